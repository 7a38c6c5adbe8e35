package io.adskull.classifier.topology;

import io.adskull.classifier.incident.AccountState;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.classifier.incident.Transition;
import io.adskull.classifier.incident.Transition.Aside;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/// Enters every record of one partition into the ledger and sends what comes of it. Nothing that a record holds
/// stops it: what cannot be read or entered goes to the dead letters, and the next record is taken.
final class ClassifyAnswers implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(ClassifyAnswers.class);
    private static final Duration LOOK_AT_AGENDA = Duration.ofSeconds(1);
    private static final Duration READ_AGAIN = Duration.ofMillis(200);
    private static final String VERSION = "version";

    private final ClassifierTopics topics;
    private final IncidentLedger ledger;
    private final CatalogueInUse catalogue;
    private final ClassifierMeters meters;
    private final ClassifierMeters.Share share;
    private final TransitionSpan spans;
    private ProcessorContext<byte[], byte[]> context;
    private AccountStates states;
    private Agenda agenda;
    private ReportedIncidents reported;
    private KeyValueStore<String, String> catalogueRead;
    private Optional<ReadAgain> reading = Optional.empty();

    /// What Kafka hands over with [#init] is there before the first record.
    @SuppressWarnings("NullAway.Init")
    ClassifyAnswers(
            ClassifierTopics topics,
            IncidentLedger ledger,
            CatalogueInUse catalogue,
            ClassifierMeters meters,
            Tracer tracer) {
        this.topics = topics;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.meters = meters;
        this.share = meters.share();
        this.spans = new TransitionSpan(tracer);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.states = new AccountStates(context.getStateStore(ClassifierTopology.ACCOUNT_STATES));
        this.agenda = new Agenda(context.getStateStore(ClassifierTopology.AGENDA));
        this.reported = new ReportedIncidents(context.getStateStore(ClassifierTopology.REPORTED_INCIDENTS));
        this.catalogueRead = context.getStateStore(ClassifierTopology.CATALOGUE_READ);
        states.forEach(
                state -> state.open().forEach(open -> share.add(open.incident().cause())));
        context.schedule(LOOK_AT_AGENDA, PunctuationType.WALL_CLOCK_TIME, this::lookAtAgenda);
        if (!catalogue.version().equals(catalogueRead.get(VERSION))) {
            reading = Optional.of(ReadAgain.of(
                    states,
                    catalogue.kept(),
                    context.appConfigs(),
                    context.taskId().partition()));
            context.schedule(READ_AGAIN, PunctuationType.WALL_CLOCK_TIME, timestamp -> reading.ifPresent(this::readOn));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context.recordMetadata().orElseThrow();
        Inbound inbound = read(record, from.topic());
        switch (inbound) {
            case Inbound.Unreadable unreadable -> refuse(record, from, unreadable.reason());
            case Inbound.Readable readable -> {
                Optional<AccountState> before = states.find(readable.account());
                switch (enter(before, readable, Instant.ofEpochMilli(record.timestamp()))) {
                    case Entry.Refused refused -> refuse(record, from, refused.reason());
                    case Entry.Made made -> apply(readable.account(), before, made.transition(), record.timestamp());
                }
            }
        }
    }

    private Inbound read(Record<byte[], byte[]> record, String topic) {
        if (topic.equals(topics.accounts())) {
            return InboundReader.account(record);
        }
        return topic.equals(topics.standings()) ? InboundReader.letter(record) : InboundReader.response(record, now());
    }

    @Override
    public void close() {
        reading.ifPresent(ReadAgain::close);
        share.giveBack();
    }

    /// Reads, a few at a time, what the catalogue before this one read. Only when all is read is the new one's version
    /// written down, so a crash in the middle starts it again, which changes nothing twice.
    private void readOn(ReadAgain again) {
        try {
            again.next().forEach(this::readAgain);
            if (again.isOver()) {
                again.close();
                reading = Optional.empty();
                catalogueRead.put(VERSION, catalogue.version());
            }
        } catch (KafkaException e) {
            LOG.warnf(
                    e,
                    "kept answers of partition %d cannot be read now",
                    context.taskId().partition());
            again.close();
        }
    }

    private void readAgain(Record<byte[], byte[]> record) {
        if (!(InboundReader.response(record, now()) instanceof Inbound.Answered answered)) {
            return;
        }
        Optional<AccountState> before = states.find(answered.account());
        switch (guarded(() -> ledger.readAgain(before, answered.observation(), catalogue.version()))) {
            case Entry.Refused refused -> LOG.errorf("an answer of %s is not read again", answered.account());
            case Entry.Made made -> apply(answered.account(), before, made.transition(), record.timestamp());
        }
    }

    private void lookAtAgenda(long timestamp) {
        for (AccountKey account : agenda.due(Instant.ofEpochMilli(timestamp))) {
            Optional<AccountState> before = states.find(account);
            if (before.isEmpty()) {
                agenda.put(account, Optional.empty());
                continue;
            }
            switch (guarded(() -> ledger.due(before.get(), Instant.ofEpochMilli(timestamp)))) {
                case Entry.Refused refused -> {
                    LOG.errorf("what was due for %s is given up: %s", account, refused.reason());
                    agenda.put(account, Optional.empty());
                }
                case Entry.Made made -> {
                    apply(account, before, made.transition(), timestamp);
                    agenda.put(account, made.transition().after().flatMap(AccountState::dueAt));
                }
            }
        }
    }

    private Entry enter(Optional<AccountState> before, Inbound.Readable inbound, Instant recordedAt) {
        return guarded(() -> switch (inbound) {
            case Inbound.Answered answered -> ledger.answered(before, answered.observation());
            case Inbound.Connected connected -> ledger.connected(before, connected.details());
            case Inbound.Disconnected gone -> ledger.disconnected(before, recordedAt, now());
            case Inbound.Told(Letter.OfConnection letter) -> ledger.heard(before, letter.standing(), now());
            case Inbound.Told(Letter.Question letter) -> ledger.asked(before, letter.question(), now());
            case Inbound.Told(Letter.OfPlatform letter) -> ledger.heard(before, letter.notice(), now());
        });
    }

    /// The ledger is pure: whatever goes wrong in it has changed nothing.
    private static Entry guarded(Supplier<Transition> entering) {
        try {
            return new Entry.Made(entering.get());
        } catch (UnreadableEvent e) {
            return new Entry.Refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a record could not be entered because of a bug", e);
            return new Entry.Refused("diagnosing it failed: " + e.getClass().getSimpleName());
        }
    }

    private void apply(AccountKey account, Optional<AccountState> before, Transition transition, long timestamp) {
        if (transition.after().equals(before)
                && transition.outgoing().isEmpty()
                && transition.asides().isEmpty()) {
            return;
        }
        states.put(account, transition.after(), transition.worthKeeping());
        Optional<Instant> dueAt = transition.after().flatMap(AccountState::dueAt);
        if (!dueAt.equals(before.flatMap(AccountState::dueAt))) {
            agenda.put(account, dueAt);
        }
        for (Outgoing outgoing : transition.outgoing()) {
            share.count(outgoing.remediation());
            var witnessed = new Outgoing(reported.witnessed(outgoing.remediation()), outgoing.trace());
            context.forward(EventRecord.remediation(witnessed, spans, timestamp), ClassifierTopology.REMEDIATIONS);
        }
        for (Aside aside : transition.asides()) {
            switch (aside) {
                case Aside.AskAgain ask ->
                    context.forward(EventRecord.pollRequested(ask, timestamp), ClassifierTopology.POLL_REQUESTS);
                case Aside.ToConnection(var connection, var word) ->
                    context.forward(
                            EventRecord.plain(connection.toString(), word, timestamp),
                            ClassifierTopology.TO_CONNECTIONS);
                case Aside.ToPlatform(var word) ->
                    context.forward(
                            EventRecord.plain(word.account().platform().id(), word, timestamp),
                            ClassifierTopology.TO_PLATFORMS);
            }
        }
    }

    private void refuse(Record<byte[], byte[]> record, RecordMetadata from, String reason) {
        if (from.topic().equals(topics.standings())) {
            LOG.errorf("letter %s-%d@%d is left out: %s", from.topic(), from.partition(), from.offset(), reason);
            return;
        }
        boolean account = from.topic().equals(topics.accounts());
        Topic topic = account ? Topic.ACCOUNTS : Topic.API_RESPONSES;
        LOG.warnf("record %s-%d@%d is refused: %s", from.topic(), from.partition(), from.offset(), reason);
        meters.deadLetter(topic.name());
        context.forward(
                DeadLetterRecord.of(record, from, reason, topic.deadLetters().maxMessageBytes()),
                account ? ClassifierTopology.ACCOUNTS_DEAD_LETTERS : ClassifierTopology.RESPONSES_DEAD_LETTERS);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    /// What became of a record.
    private sealed interface Entry {
        record Made(Transition transition) implements Entry {}

        record Refused(String reason) implements Entry {}
    }
}
