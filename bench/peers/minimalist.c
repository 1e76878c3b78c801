/*
 * Gradient descent on the minimalist model, 256 runs in structure-of-arrays form, summarised as the batched kernel does: first
 * step above 2/eta, cycles, largest lambda1*alpha^2. Prints steps a second of processor time. Plain doubles throughout: no
 * extended exponent of beta1, no check of divergence, no certificate.
 *
 *     gcc -O3 -march=native minimalist.c -o minimalist -lm
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RUNS 256
#define STEPS 12800

static double lambda1[RUNS], lambda2[RUNS], eta[RUNS], bound[RUNS], threshold[RUNS];
static double alpha[RUNS], beta1[RUNS], beta2[RUNS];
static double rising[RUNS], peak[RUNS], largest[RUNS], cycles[RUNS], crossing[RUNS];

static void start(void) {
    for (int i = 0; i < RUNS; i++) {
        lambda1[i] = 1;
        lambda2[i] = 0.001;
        eta[i] = 3.2 - 0.5 * i / RUNS;
        bound[i] = sqrt(1.81 / eta[i]);
        threshold[i] = 2 / eta[i];
        alpha[i] = 0.7;
        beta1[i] = 0.005;
        beta2[i] = 0.2;
        rising[i] = 1;
        peak[i] = 0;
        largest[i] = 0;
        cycles[i] = 0;
        crossing[i] = STEPS;
    }
}

static void steps(void) {
    for (int t = 0; t < STEPS; t++) {
        double now = t;
        for (int i = 0; i < RUNS; i++) {
            double a = alpha[i], b1 = beta1[i], b2 = beta2[i];
            double residual = a * b2 - 1, curved = lambda1[i] * a;
            double gradient = curved * b1 * b1 + lambda2[i] * b2 * residual;
            double unclipped = a - eta[i] * gradient;
            double floor = bound[i] < a ? bound[i] : a;
            double next = unclipped < floor ? floor : unclipped;
            double up = next > a ? 1.0 : 0.0;
            double high = peak[i] > a ? peak[i] : a;
            double top = lambda1[i] * (high * high), curvature = lambda1[i] * (a * a);
            int trough = (up > rising[i]) & (top - curvature > 0x1p-42 * top);
            double candidate = curvature > threshold[i] ? now : STEPS;
            crossing[i] = candidate < crossing[i] ? candidate : crossing[i];
            cycles[i] += trough ? 1.0 : 0.0;
            peak[i] = trough ? a : high;
            largest[i] = largest[i] > curvature ? largest[i] : curvature;
            rising[i] = up;
            alpha[i] = next;
            beta1[i] = b1 - eta[i] * (curved * a * b1);
            beta2[i] = b2 - eta[i] * (lambda2[i] * a * residual);
        }
    }
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 500;
    double checksum = 0;
    clock_t before = clock();
    for (int r = 0; r < rounds; r++) {
        start();
        steps();
        checksum += cycles[0] + crossing[0] + largest[0];
    }
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    printf("%.4g\n", (double)RUNS * STEPS * rounds / seconds);
    fprintf(stderr, "checksum %.17g\n", checksum / rounds);
    return 0;
}
