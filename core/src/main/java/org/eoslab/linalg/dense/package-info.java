/**
 * Small dense problems, of up to hundreds of unknowns: the eigenvalues of a matrix, and what is made of them. Example:
 * {@code PrincipalComponents.of(iterates, 3).explained()}.
 */
@NullMarked
package org.eoslab.linalg.dense;

import org.jspecify.annotations.NullMarked;
