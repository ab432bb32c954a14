insert into showing (id, film, price, free_seats, version) values ('metropolis', 'Metropolis', 12.00, 20, 0);
insert into showing (id, film, price, free_seats, version) values ('solaris', 'Solaris', 9.50, 8, 0);
