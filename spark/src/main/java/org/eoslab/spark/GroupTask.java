package org.eoslab.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.Question;
import org.eoslab.torch.SentQuestion;
import org.eoslab.torch.model.SentTerms;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What an executor does: it asks the chunks of a group.
 *
 * @param terms what is summed
 * @param epoch of the executors, see {@link Executors.All}
 * @param question without its vectors
 * @param point the parameters
 * @param directions the vectors that the question takes
 */
record GroupTask(
        SentTerms terms,
        long epoch,
        Question question,
        Broadcast<Object> point,
        ArrayList<Broadcast<Object>> directions)
        implements Function1<Iterator<Group>, GroupAnswer>, Serializable {
    @Override
    public GroupAnswer apply(Iterator<Group> groups) {
        return answer(groups.next());
    }

    /** What the chunks of a group contribute. */
    GroupAnswer answer(Group group) {
        try {
            List<Object> vectors = directions.stream().map(Broadcast::value).toList();
            Question asked = SentQuestion.with(question, point.value(), vectors);
            return new GroupAnswer(
                    new ArrayList<>(
                            KeptShards.get(terms, epoch, group.index()).parts(asked, group.first(), group.end())),
                    "");
        } catch (InputException e) {
            // It would be no different elsewhere: not to be tried again.
            return new GroupAnswer(List.of(), e.getMessage() + " (on the executor " + place() + ")");
        }
    }

    private static String place() {
        SparkEnv env = SparkEnv.get();
        return env.executorId() + " at " + env.blockManager().blockManagerId().host();
    }
}
