/* Gradient descent on (1 - x*y)^2/2, and on the mean of (a*tanh(b*x) - t)^2/2 over 10,000 rows: what a C loop with derivatives by hand does.
   Prints steps a second of the first and row-steps a second of the second. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROWS = 10000 };

static double seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

int main(void) {
    double x = 0.5, y = 1.2, start = seconds();
    long steps = 200000000;
    for (long i = 0; i < steps; i++) {
        double r = 1 - x * y, gx = -r * y, gy = -r * x;
        x -= 0.01 * gx;
        y -= 0.01 * gy;
    }
    printf("%.4g\n", steps / (seconds() - start));

    static double input[ROWS], target[ROWS];
    srand(1);
    for (int i = 0; i < ROWS; i++) {
        input[i] = rand() / (double)RAND_MAX;
        target[i] = rand() / (double)RAND_MAX;
    }
    double a = 0.5, b = 1.2;
    int rounds = 5000;
    start = seconds();
    for (int k = 0; k < rounds; k++) {
        double ga = 0, gb = 0;
        for (int i = 0; i < ROWS; i++) {
            double t = tanh(b * input[i]), r = a * t - target[i];
            ga += r * t;
            gb += r * a * (1 - t * t) * input[i];
        }
        a -= 0.01 * ga / ROWS;
        b -= 0.01 * gb / ROWS;
    }
    printf("%.4g\n", (double)rounds * ROWS / (seconds() - start));
    fprintf(stderr, "%g %g %g %g\n", x, y, a, b);
    return 0;
}
