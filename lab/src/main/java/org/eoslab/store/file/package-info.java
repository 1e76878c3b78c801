/** Files that survive a kill: locks that die with their process, writes that are whole or absent, and a state written down. */
@NullMarked
package org.eoslab.store.file;

import org.jspecify.annotations.NullMarked;
