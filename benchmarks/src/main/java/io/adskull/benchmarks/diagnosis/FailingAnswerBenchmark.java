package io.adskull.benchmarks.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a diagnosis costs, over all recorded bodies of all platforms in turn.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 4, time = 1)
public class FailingAnswerBenchmark {

    /// Messages as platforms repeat them: the same words about other ids.
    @State(Scope.Thread)
    public static class Repeated extends Turns {
        @Setup
        public void load() {
            answers = FailingAnswers.copies(platform, false);
        }
    }

    /// Messages that were never seen before.
    @State(Scope.Thread)
    public static class New extends Turns {
        @Setup
        public void load() {
            answers = FailingAnswers.copies(platform, true);
        }
    }

    @State(Scope.Thread)
    public static class Trees {
        /// As for the answers.
        @Param("all")
        public String platform = "all";

        private final ObjectMapper jackson = new ObjectMapper();
        private byte[][] bodies = {};
        private int at;

        @Setup
        public void load() {
            bodies = FailingAnswers.trees(platform);
        }

        private byte[] next() {
            at = at + 1 < bodies.length ? at + 1 : 0;
            return bodies[at];
        }
    }

    @State(Scope.Thread)
    public abstract static class Turns {
        /// The id of one platform, or all in turn.
        @Param("all")
        public String platform = "all";

        final Diagnostician diagnostician = Diagnostician.bundled();
        final Circumstances circumstances = Circumstances.unknown();
        Answer[] answers = {};
        private int at;

        Answer next() {
            at = at + 1 < answers.length ? at + 1 : 0;
            return answers[at];
        }
    }

    @Benchmark
    public Verdict repeated(Repeated turns) {
        return turns.diagnostician.diagnose(turns.next(), turns.circumstances);
    }

    @Benchmark
    public Verdict neverSeen(New turns) {
        return turns.diagnostician.diagnose(turns.next(), turns.circumstances);
    }

    @Benchmark
    public JsonNode readTree(Trees trees) throws IOException {
        return trees.jackson.readTree(trees.next());
    }
}
