import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.objective.AutoDiffObjective;
import org.eoslab.objective.Objective;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Gradient descent on the loss of the minimalist model: its sharpness climbs to 2/eta, then crosses it again and again. */
final class Embedding {
    private static final double ETA = 3.2;

    private Embedding() {}

    public static void main(String[] arguments) {
        Objective loss = AutoDiffObjective.of(3, w -> {
            DerivativeStructure noise = w[0].multiply(w[1]);
            DerivativeStructure error = w[0].multiply(w[2]).subtract(1);
            return noise.multiply(noise).add(error.multiply(error).multiply(0.001)).multiply(0.5);
        });
        Dynamics descent = new GradientDescent(loss, ETA);
        Trajectory run = Simulation.of(descent)
                .with(new LossProbe(loss))
                .with(SharpnessProbe.of(descent))
                .run(new double[] {0.7, 0.005, 0.2}, 6000);

        double[] sharpness = run.table().column("sharpness");
        System.out.printf("eta*S from %.4f to %.6f%n", ETA * sharpness[0], ETA * sharpness[6000]);
        System.out.println("above 2/eta from " + run.timeline().crossUp() + " to " + run.timeline().crossDown());
    }
}
