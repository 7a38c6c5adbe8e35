package io.adskull.simulator.tiktok;

import io.adskull.simulator.status.ReportedIncident;
import io.adskull.simulator.status.StatusPages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The feed of TikTok's status page for developers. It needs no token, and no limit of the API counts it.
@Path("/marketing_api/api/status_page/incident/rss/")
public class StatusFeed {
    private static final String PAGE = "https://business-api.tiktok.com/portal/status";

    private final StatusPages pages;

    StatusFeed(StatusPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces("application/rss+xml; charset=utf-8")
    public String feed() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("channel");
        element(xml, "title", "TikTok API for Business status");
        element(xml, "link", PAGE);
        element(xml, "description", "Incidents of the TikTok API for Business");
        for (ReportedIncident incident : pages.of(TikTokPlatform.NAME).incidents()) {
            xml.writeStartElement("item");
            element(xml, "title", incident.title());
            element(xml, "description", incident.description());
            element(xml, "link", incident.link().isEmpty() ? PAGE : incident.link());
            element(xml, "guid", incident.guid());
            element(
                    xml,
                    "pubDate",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            incident.publishedAt().atOffset(ZoneOffset.UTC)));
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
