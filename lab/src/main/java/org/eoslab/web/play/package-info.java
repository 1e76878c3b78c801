/**
 * Play: runs of small models while the user moves a slider. A request carries the experiment's record and the window of steps
 * on the screen; the answer is as many numbers as the screen has pixels.
 */
@NullMarked
package org.eoslab.web.play;

import org.jspecify.annotations.NullMarked;
