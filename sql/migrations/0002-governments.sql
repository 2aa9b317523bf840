-- GOV.UK's names for governments, as its history banner has them.
insert into government (starts, title) values
	('1997-05-02', '1997 to 2001 Labour government'),
	('2001-06-08', '2001 to 2005 Labour government'),
	('2005-05-06', '2005 to 2010 Labour government'),
	('2010-05-12', '2010 to 2015 Conservative and Liberal Democrat coalition government'),
	('2015-05-08', '2015 to 2016 Cameron Conservative government'),
	('2016-07-13', '2016 to 2019 May Conservative government'),
	('2019-07-24', '2019 to 2022 Johnson Conservative government'),
	('2022-09-06', '2022 Truss Conservative government'),
	('2022-10-25', '2022 to 2024 Sunak Conservative government'),
	('2024-07-05', '2024 Labour government');
