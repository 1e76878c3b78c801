package org.eoslab.browser.compiler;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
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
        host.add(new Transformer());
    }

    /** Replaces the copies of a class. */
    private static final class Transformer implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
            if (type.getName().equals(Copy.class.getName())) {
                return;
            }
            for (MethodHolder method : type.getMethods()) {
                if (method.getProgram() == null) {
                    continue;
                }
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction instruction : block) {
                        if (instruction instanceof InvokeInstruction call
                                && call.getMethod().equals(COPY)) {
                            call.setMethod(SHORT);
                        }
                    }
                }
            }
        }
    }
}
