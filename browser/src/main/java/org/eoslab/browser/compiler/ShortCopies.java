package org.eoslab.browser.compiler;

import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Copies short arrays of doubles in a loop. The compiler's class library copies by a view of the array, which takes longer to make than the numbers of a
 * small model to copy: half of an integrator's time.
 */
public final class ShortCopies implements TeaVMPlugin {
    private static final MethodReference COPY = new MethodReference(
            System.class, "arraycopy", Object.class, int.class, Object.class, int.class, int.class, void.class);
    private static final MethodReference SHORT = new MethodReference(
            Copy.class, "of", Object.class, int.class, Object.class, int.class, int.class, void.class);

    @Override
    public void install(TeaVMHost host) {
        host.add(new Rewriting(Copy.class, ShortCopies::replace));
    }

    private static void replace(BasicBlock block) {
        for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call
                    && call.getMethod().equals(COPY)) {
                call.setMethod(SHORT);
            }
        }
    }
}
