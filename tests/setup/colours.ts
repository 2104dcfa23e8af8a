// What runs the tests may ask for colours (CI, FORCE_COLOR): no test reads them, whether it calls a command or starts one.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';
