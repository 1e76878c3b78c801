/** What a figure of the paper is once it is made, and the report that binds those of a folder. */
@NullMarked
package org.eoslab.figure.report;

import org.jspecify.annotations.NullMarked;
