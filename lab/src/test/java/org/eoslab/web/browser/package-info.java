/**
 * The explorer in a real browser: Debian's headless chromium, driven by Selenium. Skipped, with the reason, where there is no
 * chromium or the page was not built.
 */
@NullMarked
package org.eoslab.web.browser;

import org.jspecify.annotations.NullMarked;
