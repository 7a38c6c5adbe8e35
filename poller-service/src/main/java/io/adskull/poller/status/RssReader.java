package io.adskull.poller.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads RSS 2.0 from a stranger: no document type, hence no entities and nothing fetched; bounded in
/// depth, entries and every text. A feed that is not whole is no feed, because an entry that it lacks
/// would count as over.
final class RssReader {
    private static final int DEEPEST = 32;
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_GUID = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LINK = 2000;
    private static final int LONGEST_TEXT = 4000;
    private static final Set<String> FIELDS = Set.of("guid", "title", "description", "link", "pubDate");

    private final XMLStreamReader xml;
    private final List<FeedEntry> entries = new ArrayList<>();
    private final Map<String, StringBuilder> fields = new HashMap<>();
    private final List<String> path = new ArrayList<>();

    private RssReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// @return the first 200 entries, in their order
    static List<FeedEntry> read(byte[] body) throws UnreadableFeed {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new RssReader(xml).all();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableFeed("not XML, or not whole"
                    + (e.getLocation() == null
                            ? ""
                            : ", line " + e.getLocation().getLineNumber()));
        }
    }

    private List<FeedEntry> all() throws XMLStreamException, UnreadableFeed {
        boolean channel = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableFeed("it has a document type or entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    begin();
                    channel |= path.equals(List.of("rss", "channel"));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
        if (!channel) {
            throw new UnreadableFeed("not RSS: there is no channel");
        }
        return List.copyOf(entries);
    }

    private void begin() throws UnreadableFeed {
        if (path.size() == DEEPEST) {
            throw new UnreadableFeed("more than " + DEEPEST + " elements deep");
        }
        // A name with a prefix is an extension's, such as media:title.
        boolean plain = xml.getPrefix() == null || xml.getPrefix().isEmpty();
        path.add(plain ? xml.getLocalName() : "");
        if (isItem()) {
            fields.clear();
        }
    }

    private void text() {
        if (path.size() < 4 || !path.subList(0, 3).equals(List.of("rss", "channel", "item"))) {
            return;
        }
        String name = path.get(3);
        if (FIELDS.contains(name)) {
            StringBuilder text = fields.computeIfAbsent(name, unknown -> new StringBuilder());
            int room = LONGEST_TEXT - text.length();
            String more = xml.getText();
            text.append(more, 0, Math.min(room, more.length()));
        }
    }

    private void end() {
        if (isItem() && entries.size() < MOST_ENTRIES) {
            entry().ifPresent(entries::add);
        }
        path.removeLast();
    }

    private boolean isItem() {
        return path.equals(List.of("rss", "channel", "item"));
    }

    /// Empty when nothing tells what it is about.
    private Optional<FeedEntry> entry() {
        String title = cut(field("title"), LONGEST_TITLE);
        Optional<String> link = Optional.of(field("link")).filter(RssReader::isWebAddress);
        String guid = field("guid").isEmpty() ? link.orElse(title) : field("guid");
        return title.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedEntry(key(guid), title, field("description"), link, time(field("pubDate"))));
    }

    /// In one line, without what cannot be seen.
    private String field(String name) {
        StringBuilder text = fields.get(name);
        return text == null
                ? ""
                : text.toString().replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String key(String guid) {
        return guid.length() <= LONGEST_GUID
                ? guid
                : UUID.nameUUIDFromBytes(guid.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return text.length() <= LONGEST_LINK && "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
