package org.eoslab.browser.compiler;

import java.util.function.Consumer;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;

/**
 * Rewrites every block of instructions that is compiled, but for those of the class that takes their place.
 *
 * @param replacement that class
 * @param rewrite changes a block
 */
record Rewriting(Class<?> replacement, Consumer<BasicBlock> rewrite) implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(replacement.getName())) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null) {
                method.getProgram().getBasicBlocks().forEach(rewrite);
            }
        }
    }
}
