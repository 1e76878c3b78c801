/**
 * Pictures as values: a {@link org.eoslab.plot.Figure} has panels with axes, series, bands or a heat map, and is drawn by
 * {@link org.eoslab.plot.draw}; {@link org.eoslab.plot.RunFigures} makes the figures of a run.
 *
 * <p>Colours are those of Okabe and Ito, which people with any colour vision tell apart; a long series is thinned so that every
 * spike stays. Example:
 *
 * <pre>{@code
 * Plot plot = Plot.of("Loss", Axis.linear("step"), Axis.log("loss")).with(Series.line("L", steps, loss, Palette.BLUE));
 * FigureFiles.write(Figure.of("loss", "canonical", plot), Path.of("."));
 * }</pre>
 */
@NullMarked
package org.eoslab.plot;

import org.jspecify.annotations.NullMarked;
