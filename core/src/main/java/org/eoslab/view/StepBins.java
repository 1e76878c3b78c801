package org.eoslab.view;

/**
 * Equal bins of the steps of a window. In doubles, which hold every step exactly: in a page whole numbers of 64 bits take longer than a step of a small
 * model does. The bin is exact for windows of less than 2⁴² steps, as a quotient is then farther below a whole number than it is rounded by.
 */
final class StepBins {
    private final double from;
    private final double to;
    private final double length;
    private final int count;

    /** So many bins. */
    StepBins(StepWindow window, int count) {
        this.from = window.from();
        this.to = window.to();
        this.length = window.length();
        this.count = count;
    }

    /** The bin of a step, from 0; −1 outside the window. */
    int of(double step) {
        return step < from || step > to ? -1 : (int) ((step - from) * count / length);
    }
}
