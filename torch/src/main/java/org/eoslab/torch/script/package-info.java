/**
 * Networks from PyTorch: modules saved as TorchScript, run by libtorch with parameters of our own.
 *
 * <p>Example: {@code ScriptNetwork.load("net.pt", name -> true, false).initial(0)} are the parameters that it was saved with.
 */
@NullMarked
package org.eoslab.torch.script;

import org.jspecify.annotations.NullMarked;
