package org.eoslab.browser.compiler;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.eoslab.browser.Laboratory;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles {@link Laboratory} and what it uses of this process's class path to JavaScript, in a process of its own: TeaVM emits classes in the order
 * of identity hash codes, which {@code -XX:hashCode=2} makes the order in which it comes to them, and so the same in every build.
 */
public final class ToJavaScript {
    /** Names at most that are not under an object: what the compiler allows by default. */
    private static final int TOP_LEVEL_NAMES = 80_000;

    private ToJavaScript() {}

    /**
     * {@code ToJavaScript FOLDER}: writes {@code laboratory.js} into it, and ends with 1 when something cannot be compiled.
     *
     * @throws TeaVMToolException when the compiler fails
     */
    public static void main(String[] arguments) throws Exception {
        List<File> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classPath.add(new File(entry));
        }
        TeaVMTool compiler = new TeaVMTool();
        compiler.setLog(new EmptyTeaVMToolLog());
        compiler.setMainClass(Laboratory.class.getName());
        compiler.setJsModuleType(JSModuleType.NONE);
        compiler.setObfuscated(true);
        compiler.setMaxTopLevelNames(TOP_LEVEL_NAMES);
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        compiler.setTargetDirectory(new File(arguments[0]));
        compiler.setTargetFileName("laboratory.js");
        compiler.setClassPath(classPath);
        compiler.setClassLoader(ToJavaScript.class.getClassLoader());
        compiler.generate();
        TeaVMProblemRenderer.describeProblems(
                compiler.getDependencyInfo().getCallGraph(),
                compiler.getProblemProvider(),
                new ConsoleTeaVMToolLog(false));
        System.exit(compiler.getProblemProvider().getSevereProblems().isEmpty() ? 0 : 1);
    }
}
