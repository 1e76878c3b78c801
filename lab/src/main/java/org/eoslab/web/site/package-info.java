/** The page as files: Play and recorded runs without a server. */
@NullMarked
package org.eoslab.web.site;

import org.jspecify.annotations.NullMarked;
