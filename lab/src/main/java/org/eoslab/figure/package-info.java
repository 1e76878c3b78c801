/**
 * The figures of the paper, each a small file that runs what it needs, draws it, and says whether what there is to see was seen:
 * the claims behind it. {@link org.eoslab.figure.PaperFigures} lists them; {@link org.eoslab.figure.report.HtmlReport} binds them.
 */
@NullMarked
package org.eoslab.figure;

import org.jspecify.annotations.NullMarked;
