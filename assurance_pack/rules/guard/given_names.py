"""Given names common among children in England, without those that are also ordinary words, months, places or statuses (Amber, May)."""

_NAMES = """
    Aaliyah Aaron Abdul Abdullah Abdullahi Abi Abigail Abubakar Adam Adele Aditya Adrian Ahmad Ahmed Aiden Aimee Aisha Ajay Akash Alan
    Alannah Albert Albie Aleksander Aleksandra Alesha Alessia Alex Alexa Alexander Alexandra Alfie Alfred Ali Alice Alicia Alina Alisha
    Alistair Aliyah Alyssa Amaan Aman Amanda Amara Ameera Amelia Amelie Amina Aminah Amir Amira Amit Amrit Amy Ana Anaya Andre Andrea
    Andrei Andrew Andrzej Aneesa Angela Anika Anish Anita Anjali Ann Anna Annabelle Anne Annie Anthony Antoni Anwar Anya Archie Ariana
    Arjun Armaan Arthur Arya Aryan Asha Ashley Ashton Asif Asma Astrid Ava Avneet Axel Ayaan Ayan Ayesha Ayla Ayub Azaan Bailey Baljit
    Barbara Bartek Beatrice Belle Ben Benjamin Bethany Bilal Billy Blake Bobby Bogdan Bradley Brandon Brian Bronwyn Bryony Caitlin
    Callum Cameron Carl Carla Carlos Caroline Carter Cassidy Catherine Cerys Chantelle Charles Charlie Charlotte Chiara Chinedu
    Chioma Chloe Chris Christian Christina Christine Christopher Ciara Claire Clara Colin Connor Conor Corey Courtney Craig Curtis Cynthia
    Daisy Dalia Damian Daniel Daniela Danielle Danny Daria Darius Darren David Dawid Deborah Declan Deepak Demi Denis Dennis Derek
    Dexter Dhruv Diana Diego Dominic Dominik Donna Dora Dorothy Dylan Ebony Eddie Edith Edward Efe Eileen Elaine Eleanor Elena Eliana
    Elias Elif Elijah Elise Elizabeth Ella Ellen Ellie Elliot Elliott Ellis Elodie Eloise Elsa Elsie Emilia Emilie Emily Emma Emmanuel
    Ephraim Eric Erin Ernest Ervin Esme Esther Ethan Eva Evan Evangeline Eve Evelyn Evie Ezra Faisal Farah Farhan Farid Fatima Fatimah
    Fatoumata Felicity Felix Femi Filip Finlay Finley Finn Fiona Flora Florence Frances Francesca Francis Frankie Franciszek Fred Freddie
    Frederick Freya Gabriel Gabriela Gabriella Gareth Gary Gavin Gemma George Georgia Georgie Georgina Gerald Gianna Gillian Giovanni Graham
    Gregory Gurpreet Habib Hadi Hadiya Hafsa Halima Hamza Hana Hania Hanna Hannah Harjit Harley Harman Harold Haroon Harpreet Harriet
    Harris Harrison Harry Harun Harvey Hasan Hashim Hassan Haydn Hayley Heather Heidi Helen Helena Henry Hollie Holly Hubert Hugh Hugo
    Humza Husna Hussain Ibrahim Idris Ifeoma Igor Ikram Ilyas Imaan Iman Imogen Imran Inaaya Inaya Ines Ioana Iqra Irene
    Iris Isaac Isabel Isabella Isabelle Isha Ishaan Isla Ismail Isobel Ivan Ivo Izabela Izzy Jack Jackson Jacob Jacqueline Jaden
    Jagoda Jake Jakub James Jamie Jamila Jana Jane Janet Janice Jasmin Jasmine Jason Jaspreet Javier Jaxon Jay Jayden Jeevan
    Jeffrey Jemima Jenna Jennifer Jenny Jeremiah Jeremy Jessica Jessie Jibril Jimmy Joan Joanna Joanne Jodie Joe Joel Joey John Johnny
    Jonah Jonathan Jordan Joseph Josephine Josh Joshua Josie Joyce Juan Jude Judith Julia Julian Juliana Julie Juliet Justin Kacper Kaden
    Kai Kaitlyn Kamil Kamila Kane Karen Karim Karina Karl Karolina Kasper Kate Katherine Kathleen Kathryn Katie Katrina Kavya Kayden Kayla
    Kayleigh Keira Keith Kelly Kelsey Kenneth Kerry Kevin Keziah Khadija Khalid Khalil Kian Kiara Kieran Kim Kimberley Kinga Kiran Kirsty
    Klara Krish Krisha Krzysztof Kwame Kyle Kyra Lacey Laila Lara Latoya Laura Lauren Lawrence Layla Leah Leanne Lena Lennon Leo Leon
    Leonardo Leonie Leroy Leslie Lewis Lexi Liam Libby Lila Lilian Lilly Lily Linda Lisa Logan Lola Lorenzo Lorraine Lottie Louie Louis Louisa
    Louise Lowri Luca Lucas Lucia Lucy Luka Lukas Lukasz Luke Luna Lydia Lyla Lynn Mabel Macie Maciej Maddison Madeleine Maeve
    Mahdi Mahmoud Mahnoor Maisie Maja Malachi Malak Malik Malika Manahil Mandeep Manpreet Manuel Marcel Marcus Margaret Maria Mariam Marian
    Marie Marina Mario Marius Marley Marlon Marta Martha Martin Martyna Marvin Mary Maryam Mason Mateo Mateusz Matilda Matteo Matthew
    Maurice Maximilian Maxwell Maya Meera Megan Mehmet Melanie Melissa Mia Michael Michal Michelle Miguel Mihai Mikael Mikaeel Mikolaj
    Mila Millie Milo Mina Miriam Misbah Mohamed Mohammad Mohammed Mohamud Molly Monica Monika Morgan Moses Muhammad Muhammed Musa
    Mustafa Mya Myla Nabil Nadia Nadine Naeem Naomi Nasir Natalia Natalie Natasha Nathan Nathaniel Navdeep Neel Neha Neil Nelson Ngozi Nia Niall
    Niamh Nicholas Nicola Nicolas Nicole Nikhil Nikita Nikodem Nikola Nina Nisha Noah Noor Nora Noreen Nour Nusrat Octavia Oisin Ola
    Oleksandr Olena Oliver Olivia Ollie Oluwaseun Omar Omari Orla Oscar Oskar Osman Otis Owen Pamela Paolo Patricia Patricja Patrick
    Patryk Paul Paula Paulina Pauline Pavel Payton Pedro Penelope Peter Philip Phillip Phoebe Piotr Pippa Pooja Poppy Prabhjot     Preston Priscilla Priya Rachael Rachel Radu Rafael Raheem Rahim Rahma Rahul Raihan Raj Rajesh Ralph Ramla Rania Rashid Raul Rayan
    Raymond Rayyan Rebecca Reece Reena Reggie Rehan Reuben Rhian Rhianna Rhys Ria Richard Ricky Riley Rishi Ritika Riya Robert Robin
    Robyn Rocco Rodrigo Rohan Roman Ronan Ronnie Rory Rosa Rosalie Rosie Rowan Roxanne Rupert Russell Ruth Ryan Saad Saanvi Sabrina Sadia
    Safa Safiya Sahil Saira Sajid Salma Salman Sam Samantha Samaira Samia Samina Samir Samson Samuel Sana Sandra Saniya Santiago
    Sara Sarah Sasha Saskia Savannah Scott Sean Sebastian Selena Selina Serena Seth Shabnam Shahid Shakira Shane Shanice Shannon Sharon
    Shaun Shayan Sheila Shirley Shreya Sian Sidney Sienna Simon Simran Siobhan Sofia Solomon Sonia Sophia Sophie Stacey Stanislaw Stella
    Stephanie Stephen Steven Stuart Subhan Sufyan Suleiman Sumaya Sunita Susan Suzanne Sylvia Szymon Tabitha Taha Talia Tamara Tamsin
    Tania Tanisha Tanya Tara Tariq Tatiana Taylor Teddy Temi Teresa Terry Tess Thea Theo Theodore Theresa Thomas Tia Tiago Tilly Tim
    Timothy Tobias Toby Todd Tom Tomasz Tommy Toni Tony Tracey Tracy Trevor Tyler Tyrone Umair Umar Una Usman Uzair Valentina Valerie
    Vanessa Veronica Veronika Victor Victoria Viktor Vikram Vincent Violeta Vivek Vivian Wahid Walid Walter Wanda Warren Wasim Wayne Wendy
    Wesley Wiktor Wiktoria William Wojciech Wren Xander Xavier Yahya Yara Yasin Yasmin Yasmine Yousef Youssef Yuki Yunus Yusra Yusuf Yvonne Zac
    Zachary Zack Zahra Zain Zaina Zainab Zak Zakariya Zane Zara Zayan Zayd Zayn Zeeshan Zeynep Ziggy Zofia Zoe Zoya Zuzanna
"""
GIVEN_NAMES = frozenset(_NAMES.split())
