<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>CbmChips</name>
        <message>
            <source>CbM Chips: evidence</source>
            <translation>CbM Chips: Nachweise</translation>
        </message>
        <message>
            <source>Newest answers</source>
            <translation>Neueste Antworten</translation>
        </message>
        <message>
            <source>a record of inspections</source>
            <translation>ein Prüfprotokoll</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Noch keine Antwort</translation>
        </message>
        <message>
            <source>{folder} can't be written to: {error}</source>
            <translation>in {folder} lässt sich nicht schreiben: {error}</translation>
        </message>
        <message>
            <source>date unknown</source>
            <translation>Datum unbekannt</translation>
        </message>
        <message>
            <source>{second} minus {first} {index}</source>
            <translation>{second} minus {first} {index}</translation>
        </message>
        <message>
            <source>{place}: footprints</source>
            <translation>{place}: Umrisse</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>klar</translation>
        </message>
        <message>
            <source>doubtful</source>
            <translation>zweifelhaft</translation>
        </message>
        <message>
            <source>partly</source>
            <translation>teilweise</translation>
        </message>
        <message>
            <source>cloudy</source>
            <translation>bewölkt</translation>
        </message>
        <message>
            <source>not judged</source>
            <translation>nicht beurteilt</translation>
        </message>
        <message>
            <source>Sample parcels</source>
            <translation>Beispielparzellen</translation>
        </message>
        <message>
            <source>the id of an authentication configuration that QGIS can open</source>
            <translation>die Kennung einer Authentifizierungskonfiguration, die QGIS öffnen kann</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>{folder} has no file {file} that can be read: {error}</source>
            <translation>{folder} hat keine lesbare Datei {file}: {error}</translation>
        </message>
        <message>
            <source>{host} does not have the file {file}</source>
            <translation>{host} hat die Datei {file} nicht</translation>
        </message>
        <message>
            <source>{address} is not opened: it is not on the web</source>
            <translation>{address} wird nicht geöffnet: es liegt nicht im Web</translation>
        </message>
        <message>
            <source>{host} answered {status}: {said}</source>
            <translation>{host} antwortete {status}: {said}</translation>
        </message>
        <message>
            <source>{host} did not answer in time</source>
            <translation>{host} antwortete nicht rechtzeitig</translation>
        </message>
        <message>
            <source>{host} can't be reached ({kind})</source>
            <translation>{host} ist nicht erreichbar ({kind})</translation>
        </message>
        <message>
            <source>an address without login and query</source>
            <translation>eine Adresse ohne Anmeldung und Abfrage</translation>
        </message>
        <message>
            <source>an address that begins with https://</source>
            <translation>eine Adresse, die mit https:// beginnt</translation>
        </message>
        <message>
            <source>{file} from {origin} is not the file that was expected (its SHA-256 differs): it was not installed</source>
            <translation>{file} von {origin} ist nicht die erwartete Datei (ihre SHA-256 ist anders): Sie wurde nicht installiert</translation>
        </message>
        <message>
            <source>a layer or map with a known CRS</source>
            <translation>ein Layer oder eine Karte mit bekanntem KBS</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keines</translation>
        </message>
        <message>
            <source>an empty geometry</source>
            <translation>eine leere Geometrie</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>Polygone</translation>
        </message>
        <message>
            <source>a polygon</source>
            <translation>ein Polygon</translation>
        </message>
        <message>
            <source>their CRS</source>
            <translation>ihrem KBS</translation>
        </message>
        <message>
            <source>coordinates that are valid in {crs} ({error})</source>
            <translation>Koordinaten, die in {crs} gültig sind ({error})</translation>
        </message>
        <message>
            <source>{hectares} ha</source>
            <translation>{hectares} ha</translation>
        </message>
        <message>
            <source>polygons with an area</source>
            <translation>Polygone mit einer Fläche</translation>
        </message>
        <message>
            <source>a file that this QGIS can open: its GDAL does not read Parquet. Install the Python package pyarrow for QGIS's Python, or save the file as GeoPackage elsewhere</source>
            <translation>eine Datei, die dieses QGIS öffnen kann: Sein GDAL liest kein Parquet. Installieren Sie das Python-Paket pyarrow für das Python von QGIS, oder speichern Sie die Datei anderswo als GeoPackage</translation>
        </message>
        <message>
            <source>a CSV file, a shapefile or a GeoPackage</source>
            <translation>eine CSV-Datei, ein Shapefile oder ein GeoPackage</translation>
        </message>
        <message>
            <source>at most {most} of a layer of this kind; any number of a GeoPackage</source>
            <translation>höchstens {most} eines Layers dieser Art; beliebig viele eines GeoPackage</translation>
        </message>
        <message>
            <source>{path}: it has no columns</source>
            <translation>{path}: ohne Spalten</translation>
        </message>
        <message>
            <source>{path}: no table that QGIS can read</source>
            <translation>{path}: keine Tabelle, die QGIS lesen kann</translation>
        </message>
        <message>
            <source>{name} is no kind of file for a plot: {known}</source>
            <translation>{name} ist keine Art von Datei für ein Diagramm: {known}</translation>
        </message>
        <message>
            <source>SVG needs Qt's module QtSvg, which this Python has not: save PNG instead</source>
            <translation>SVG braucht das Qt-Modul QtSvg, das diesem Python fehlt: PNG speichern geht</translation>
        </message>
        <message>
            <source>reflectance</source>
            <translation>Reflexionsgrad</translation>
        </message>
        <message>
            <source>suspect dip</source>
            <translation>verdächtiger Einbruch</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>kein Wert</translation>
        </message>
        <message>
            <source>smoothed, observed</source>
            <translation>geglättet, beobachtet</translation>
        </message>
        <message>
            <source>smoothed, interpolated</source>
            <translation>geglättet, interpoliert</translation>
        </message>
        <message>
            <source>smoothed, extrapolated</source>
            <translation>geglättet, extrapoliert</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11, separated by commas</source>
            <translation>SCL-Klassen 1 bis 11, durch Kommas getrennt</translation>
        </message>
        <message>
            <source>These Python packages are missing: {names}.</source>
            <translation>Diese Python-Pakete fehlen: {names}.</translation>
        </message>
        <message>
            <source>For “{source}” these Python packages are missing: {names}.</source>
            <translation>Für „{source}“ fehlen diese Python-Pakete: {names}.</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run: {command}</source>
            <translation>Um sie nur für dieses QGIS-Profil zu holen, führen Sie aus: {command}</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run in the OSGeo4W Shell: {command}</source>
            <translation>Um sie nur für dieses QGIS-Profil zu holen, führen Sie in der OSGeo4W-Shell aus: {command}</translation>
        </message>
        <message>
            <source>{names} (in Debian, Ubuntu and OSGeo4W: {packages})</source>
            <translation>{names} (in Debian, Ubuntu und OSGeo4W: {packages})</translation>
        </message>
        <message>
            <source>Install with QGIS's own installer or the system's packages: {names}</source>
            <translation>Mit dem Installationsprogramm von QGIS oder den Paketen des Systems zu installieren: {names}</translation>
        </message>
        <message>
            <source>A name of 1 to {most} characters.</source>
            <translation>Ein Name von 1 bis {most} Zeichen.</translation>
        </message>
        <message>
            <source>The address of a STAC API or catalogue, or the path of a catalogue.</source>
            <translation>Die Adresse einer STAC-API oder eines Katalogs, oder der Pfad eines Katalogs.</translation>
        </message>
        <message>
            <source>An address that begins with https:// or http://, or a full path.</source>
            <translation>Eine Adresse, die mit https:// oder http:// beginnt, oder ein vollständiger Pfad.</translation>
        </message>
        <message>
            <source>An address without login, '?' and '#': keys and passwords belong into an authentication configuration.</source>
            <translation>Eine Adresse ohne Anmeldung, „?“ und „#“: Schlüssel und Passwörter gehören in eine Authentifizierungskonfiguration.</translation>
        </message>
        <message>
            <source>an address without login and key: choose the login under AUTH (Login)</source>
            <translation>eine Adresse ohne Anmeldung und Schlüssel: die Anmeldung unter AUTH (Anmeldung) wählen</translation>
        </message>
        <message numerus="yes">
            <source>Making the built-in sample: {done} of {count} dates</source>
            <translation>
                <numerusform>Das eingebaute Beispiel wird erstellt: {done} von {count} Termin</numerusform>
                <numerusform>Das eingebaute Beispiel wird erstellt: {done} von {count} Terminen</numerusform>
            </translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>Die Tabelle ließ sich nicht nach {path} schreiben: {reason}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>A fault of the plugin ({kind}); the log has the details.</source>
            <translation>Ein Fehler der Erweiterung ({kind}); Einzelheiten stehen im Protokoll.</translation>
        </message>
        <message>
            <source>the address of a CbM server, {prefix}https://...</source>
            <translation>die Adresse eines CbM-Servers, {prefix}https://...</translation>
        </message>
        <message>
            <source>Asking {source}</source>
            <translation>{source} wird gefragt</translation>
        </message>
        <message>
            <source>Test of {title}</source>
            <translation>Test von {title}</translation>
        </message>
        <message>
            <source>The login is right, but has no right here: {reason}.</source>
            <translation>Die Anmeldung stimmt, hat hier aber keine Rechte: {reason}.</translation>
        </message>
        <message>
            <source>It answers, but offers this login no parcels; chips may work. ({seconds} s)</source>
            <translation>Sie antwortet, bietet dieser Anmeldung aber keine Parzellen; Chips gehen vielleicht. ({seconds} s)</translation>
        </message>
        <message>
            <source>It works: parcels of {areas}. ({seconds} s)</source>
            <translation>Es geht: Parzellen von {areas}. ({seconds} s)</translation>
        </message>
        <message>
            <source>It asks for a login: make an authentication configuration of the kind Basic and choose it for this source.</source>
            <translation>Sie verlangt eine Anmeldung: legen Sie eine Authentifizierungskonfiguration der Art „Einfache Authentifizierung“ (Basic) an und wählen Sie sie für diese Quelle.</translation>
        </message>
        <message>
            <source>Login wrong: {reason}. Choose another login for this source.</source>
            <translation>Anmeldung falsch: {reason}. Wählen Sie eine andere Anmeldung für diese Quelle.</translation>
        </message>
        <message>
            <source>No answer: {reason}. Check the address, the network and QGIS's proxy.</source>
            <translation>Keine Antwort: {reason}. Prüfen Sie die Adresse, das Netz und den Proxy von QGIS.</translation>
        </message>
        <message numerus="yes">
            <source>It works: {count} dates found, a picture read. ({seconds} s)</source>
            <translation>
                <numerusform>Es geht: {count} Termin gefunden, ein Bild gelesen. ({seconds} s)</numerusform>
                <numerusform>Es geht: {count} Termine gefunden, ein Bild gelesen. ({seconds} s)</numerusform>
            </translation>
        </message>
        <message>
            <source>The search works, but no picture could be read: {reason}. This source may need a login for its pictures.</source>
            <translation>Die Suche geht, aber kein Bild ließ sich lesen: {reason}. Vielleicht verlangt diese Quelle eine Anmeldung für ihre Bilder.</translation>
        </message>
        <message>
            <source>It answers, but has nothing for the test ({place}, {start} to {end}): all right for a catalogue of another region or period. ({seconds} s)</source>
            <translation>Sie antwortet, hat aber nichts für den Test ({place}, {start} bis {end}): in Ordnung bei einem Katalog einer anderen Gegend oder Zeit. ({seconds} s)</translation>
        </message>
        <message>
            <source>Its newest date could not be asked: {reason}.</source>
            <translation>Ihr neuester Termin war nicht zu erfragen: {reason}.</translation>
        </message>
        <message>
            <source>It has no date of the last {days} days in {place}.</source>
            <translation>Sie hat keinen Termin der letzten {days} Tage in {place}.</translation>
        </message>
        <message>
            <source>Its newest date in {place} is {day}.</source>
            <translation>Ihr neuester Termin in {place} ist {day}.</translation>
        </message>
        <message>
            <source>Refused: {reason}. Choose another login for this source.</source>
            <translation>Abgewiesen: {reason}. Wählen Sie eine andere Anmeldung für diese Quelle.</translation>
        </message>
        <message>
            <source>It does not work: {reason}.</source>
            <translation>Es geht nicht: {reason}.</translation>
        </message>
        <message>
            <source>Removing Python packages</source>
            <translation>Python-Pakete entfernen</translation>
        </message>
        <message>
            <source>Installing Python packages</source>
            <translation>Python-Pakete installieren</translation>
        </message>
        <message>
            <source>Getting {name} {version} ({number} of {count}) …</source>
            <translation>{name} {version} wird geholt ({number} von {count}) …</translation>
        </message>
        <message>
            <source>Nothing was changed: {reason}</source>
            <translation>Nichts wurde geändert: {reason}</translation>
        </message>
        <message>
            <source>There was nothing to do.</source>
            <translation>Es gab nichts zu tun.</translation>
        </message>
        <message>
            <source>Installed from {origin}: {names}.</source>
            <translation>Installiert aus {origin}: {names}.</translation>
        </message>
        <message>
            <source>Removed: {names}.</source>
            <translation>Entfernt: {names}.</translation>
        </message>
        <message>
            <source>QGIS uses what it has loaded until it is started anew.</source>
            <translation>QGIS benutzt bis zum nächsten Start, was es geladen hat.</translation>
        </message>
        <message>
            <source>CbM Chips: newest dates of {place}</source>
            <translation>CbM Chips: neueste Termine von {place}</translation>
        </message>
        <message>
            <source>CbM Chips: series of “{layer}”</source>
            <translation>CbM Chips: Zeitreihen von „{layer}“</translation>
        </message>
        <message>
            <source>The table of before stays, with {count} rows.</source>
            <translation>Die Tabelle von vorher bleibt, mit {count} Zeilen.</translation>
        </message>
        <message>
            <source>{0}: pictures</source>
            <translation>{0}: Bilder</translation>
        </message>
        <message>
            <source>not read: {0}</source>
            <translation>nicht gelesen: {0}</translation>
        </message>
        <message>
            <source>{0}: values</source>
            <translation>{0}: Werte</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>Nicht bestätigt</translation>
        </message>
        <message>
            <source>Inconclusive</source>
            <translation>Nicht entscheidbar</translation>
        </message>
        <message>
            <source>Cannot be inspected</source>
            <translation>Nicht prüfbar</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels</source>
            <translation>
                <numerusform>{count} Parzelle</numerusform>
                <numerusform>{count} Parzellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates</source>
            <translation>
                <numerusform>{count} Termin</numerusform>
                <numerusform>{count} Termine</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tiles</source>
            <translation>
                <numerusform>{count} Kachel</numerusform>
                <numerusform>{count} Kacheln</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {size}, about {time}</source>
            <translation>{what}: {size}, etwa {time}</translation>
        </message>
        <message numerus="yes">
            <source>{count} hours</source>
            <translation>
                <numerusform>{count} Stunde</numerusform>
                <numerusform>{count} Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} minutes</source>
            <translation>
                <numerusform>{count} Minute</numerusform>
                <numerusform>{count} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} seconds</source>
            <translation>
                <numerusform>{count} Sekunde</numerusform>
                <numerusform>{count} Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>Länge</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Umriss</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Streckung</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Wolken</translation>
        </message>
        <message>
            <source>Clear dates only</source>
            <translation>Nur klare Termine</translation>
        </message>
        <message>
            <source>One per date</source>
            <translation>Eines je Tag</translation>
        </message>
        <message>
            <source>Second opinion on clouds</source>
            <translation>Zweite Meinung zu Wolken</translation>
        </message>
        <message>
            <source>Classes that count as bad</source>
            <translation>Klassen, die als unbrauchbar zählen</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Toleranz</translation>
        </message>
        <message>
            <source>Cloudy from</source>
            <translation>Bewölkt ab</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <source>Parcel id</source>
            <translation>Parzellenkennung</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reihe</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Lauf</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Termine</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>Markers</source>
            <translation>Marker</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Beschriftung</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Reason codes</source>
            <translation>Begründungen</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>Gewünscht</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Coordinate system</source>
            <translation>Koordinatensystem</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>Parzelle</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>keine Daten</translation>
        </message>
        <message>
            <source>Own choice</source>
            <translation>Eigene Auswahl</translation>
        </message>
        <message>
            <source>another process holds it</source>
            <translation>ein anderer Prozess hält ihn fest</translation>
        </message>
        <message>
            <source>nothing is added to the cache in {folder} for now: {why}</source>
            <translation>dem Zwischenspeicher in {folder} wird vorläufig nichts hinzugefügt: {why}</translation>
        </message>
        <message>
            <source>the cache in {folder} is damaged ({error}): everything is read anew, and the next time it is set aside</source>
            <translation>der Zwischenspeicher in {folder} ist beschädigt ({error}): alles wird neu gelesen, und beim nächsten Mal wird er beiseitegelegt</translation>
        </message>
        <message>
            <source>blocks of files as they were kept before</source>
            <translation>Blöcke von Dateien, wie sie früher aufgehoben wurden,</translation>
        </message>
        <message>
            <source>{path} was in the way of the cache and is not the cache's: it can be removed</source>
            <translation>{path} war dem Zwischenspeicher im Weg und gehört nicht zu ihm: es kann gelöscht werden</translation>
        </message>
        <message>
            <source>a cache that was damaged was removed: {name}, {size:.1f} MB</source>
            <translation>ein beschädigter Zwischenspeicher wurde gelöscht: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>the former cache was removed: {name}, {size:.1f} MB</source>
            <translation>der frühere Zwischenspeicher wurde gelöscht: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>{what} were removed: {name}, {size:.1f} MB</source>
            <translation>{what} wurden gelöscht: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: {error}</source>
            <translation>nichts wird aufgehoben, alles wird neu gelesen: {error}</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: the package {name} is missing</source>
            <translation>nichts wird aufgehoben, alles wird neu gelesen: das Paket {name} fehlt</translation>
        </message>
        <message>
            <source>the cache in {folder} does not answer: {error}</source>
            <translation>der Zwischenspeicher in {folder} antwortet nicht: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} can't be emptied: {error}</source>
            <translation>der Zwischenspeicher in {folder} lässt sich nicht leeren: {error}</translation>
        </message>
        <message>
            <source>{folder} holds something else</source>
            <translation>{folder} enthält etwas anderes</translation>
        </message>
        <message>
            <source>it was found damaged</source>
            <translation>er war beschädigt</translation>
        </message>
        <message>
            <source>the cache folder {folder} can't be used: {error}</source>
            <translation>der Ordner {folder} ist als Zwischenspeicher nicht brauchbar: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} is only read, nothing is added to it: {why}</source>
            <translation>der Zwischenspeicher in {folder} wird nur gelesen, ihm wird nichts hinzugefügt: {why}</translation>
        </message>
        <message>
            <source>the cache could not be read ({why}): it was set aside as {aside}</source>
            <translation>der Zwischenspeicher ließ sich nicht lesen ({why}): er wurde als {aside} beiseitegelegt</translation>
        </message>
        <message>
            <source>it was not read</source>
            <translation>er wurde nicht gelesen</translation>
        </message>
        <message>
            <source>another scene of the same moment is used in its place</source>
            <translation>an seiner Stelle wird eine andere Szene desselben Augenblicks verwendet</translation>
        </message>
        <message>
            <source>it is still being read</source>
            <translation>er wird noch gelesen</translation>
        </message>
        <message>
            <source>it has no pixels</source>
            <translation>er hat keine Pixel</translation>
        </message>
        <message>
            <source>it has no pixels: all of the chip is without data</source>
            <translation>er hat keine Pixel: der ganze Chip ist ohne Daten</translation>
        </message>
        <message>
            <source>{field}: {value} is not possible; allowed: {allowed}</source>
            <translation>{field}: {value} ist nicht möglich; erlaubt: {allowed}</translation>
        </message>
        <message numerus="yes">
            <source>Not adjacent: {count} clear dates lie between, the first on {day}.</source>
            <translation>
                <numerusform>Nicht benachbart: {count} klarer Termin liegt dazwischen, am {day}.</numerusform>
                <numerusform>Nicht benachbart: {count} klare Termine liegen dazwischen, der erste am {day}.</numerusform>
            </translation>
        </message>
        <message>
            <source>no clear date between {first} and {last} ({days} days)</source>
            <translation>kein klarer Termin zwischen {first} und {last} ({days} Tage)</translation>
        </message>
        <message>
            <source>Inside “{window}”</source>
            <translation>Innerhalb von „{window}“</translation>
        </message>
        <message>
            <source>Outside “{window}”: before it begins</source>
            <translation>Außerhalb von „{window}“: vor dem Beginn</translation>
        </message>
        <message>
            <source>Outside “{window}”: after its end</source>
            <translation>Außerhalb von „{window}“: nach dem Ende</translation>
        </message>
        <message>
            <source>Straddles a limit of “{window}”</source>
            <translation>Liegt über einer Grenze von „{window}“</translation>
        </message>
        <message>
            <source>Undecidable for “{window}”</source>
            <translation>Für „{window}“ nicht zu entscheiden</translation>
        </message>
        <message>
            <source>Open for “{window}”: a date is still to be marked</source>
            <translation>Offen für „{window}“: ein Termin ist noch zu markieren</translation>
        </message>
        <message>
            <source>{day} is cloudy: only a date on which the parcel was seen can be marked.</source>
            <translation>Am {day} ist es bewölkt: markieren lässt sich nur ein Termin, an dem die Parzelle zu sehen war.</translation>
        </message>
        <message>
            <source>{day} has no data: only a date on which the parcel was seen can be marked.</source>
            <translation>Am {day} gibt es keine Daten: markieren lässt sich nur ein Termin, an dem die Parzelle zu sehen war.</translation>
        </message>
        <message>
            <source>This date is not read: only a date on which the parcel was seen can be marked.</source>
            <translation>Dieser Termin ist nicht gelesen: markieren lässt sich nur ein Termin, an dem die Parzelle zu sehen war.</translation>
        </message>
        <message>
            <source>The date before the event has to lie before the one after it; here they are {before} and {after}.</source>
            <translation>Der Termin vor dem Ereignis muss vor dem danach liegen; hier sind es der {before} und der {after}.</translation>
        </message>
        <message>
            <source>a last day that is not before the first</source>
            <translation>ein letzter Tag, der nicht vor dem ersten liegt</translation>
        </message>
        <message>
            <source>a name</source>
            <translation>ein Name</translation>
        </message>
        <message>
            <source>both days with a year, or both without one</source>
            <translation>beide Tage mit Jahr, oder beide ohne</translation>
        </message>
        <message>
            <source>a day such as 2022-03-15, or 03-15 for every year</source>
            <translation>ein Tag wie 2022-03-15, oder 03-15 für jedes Jahr</translation>
        </message>
        <message>
            <source>the record does not say how it was read</source>
            <translation>das Prüfprotokoll sagt nicht, wie gelesen wurde</translation>
        </message>
        <message>
            <source>Evidence of parcels</source>
            <translation>Nachweise zu Parzellen</translation>
        </message>
        <message>
            <source>{proved} of {pictures} proved</source>
            <translation>{proved} von {pictures} bewiesen</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>noch nicht beantwortet</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>the source does not list this date any more</source>
            <translation>die Quelle führt dieses Datum nicht mehr auf</translation>
        </message>
        <message>
            <source>the record has no hash of it</source>
            <translation>das Prüfprotokoll hat keine Prüfsumme davon</translation>
        </message>
        <message>
            <source>{what}: {before} then, {now} now</source>
            <translation>{what}: damals {before}, jetzt {now}</translation>
        </message>
        <message>
            <source>the source gives other pixels now</source>
            <translation>die Quelle gibt jetzt andere Pixel</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>nicht gelesen</translation>
        </message>
        <message>
            <source>another scene of this date</source>
            <translation>eine andere Szene dieses Datums</translation>
        </message>
        <message>
            <source>another processing baseline</source>
            <translation>eine andere Processing Baseline</translation>
        </message>
        <message>
            <source>other ground</source>
            <translation>anderer Ausschnitt</translation>
        </message>
        <message>
            <source>other offsets</source>
            <translation>andere Offsets</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache.</source>
            <translation>{known} von {dates} Terminen sind im Zwischenspeicher.</translation>
        </message>
        <message>
            <source>there are no dates</source>
            <translation>es gibt keine Termine</translation>
        </message>
        <message>
            <source>nothing of its dates is kept in the cache</source>
            <translation>im Zwischenspeicher ist nichts von ihren Terminen</translation>
        </message>
        <message>
            <source>none of its dates could be read</source>
            <translation>keiner ihrer Termine ließ sich lesen</translation>
        </message>
        <message>
            <source>no date has a clear pixel in the parcel</source>
            <translation>an keinem Termin ist ein Pixel der Parzelle klar</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache, and none of these has a clear pixel in the parcel</source>
            <translation>{known} von {dates} Terminen sind im Zwischenspeicher, und an keinem davon ist ein Pixel der Parzelle klar</translation>
        </message>
        <message>
            <source>it is not in the cache</source>
            <translation>er ist nicht im Zwischenspeicher</translation>
        </message>
        <message>
            <source>Parcel {parcel}</source>
            <translation>Parzelle {parcel}</translation>
        </message>
        <message>
            <source>No time series: {why}.</source>
            <translation>Keine Zeitreihe: {why}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} days</source>
            <translation>
                <numerusform>{count} Tag</numerusform>
                <numerusform>{count} Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: large enough</source>
            <translation>{pixels} volle Pixel, {lost} % verloren: groß genug</translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: too small</source>
            <translation>{pixels} volle Pixel, {lost} % verloren: zu klein</translation>
        </message>
        <message>
            <source>Contains modified Copernicus Sentinel data {years}</source>
            <translation>Enthält modifizierte Copernicus-Sentinel-Daten {years}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>Pictures that were looked at</source>
            <translation>Bilder, die angesehen wurden</translation>
        </message>
        <message>
            <source>Time series</source>
            <translation>Zeitreihe</translation>
        </message>
        <message>
            <source>All that was answered</source>
            <translation>Alle Antworten</translation>
        </message>
        <message>
            <source>Fields of the record</source>
            <translation>Felder des Prüfprotokolls</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Bemerkung</translation>
        </message>
        <message>
            <source>Event between</source>
            <translation>Ereignis zwischen</translation>
        </message>
        <message>
            <source>Against the window</source>
            <translation>Gegenüber dem Zeitfenster</translation>
        </message>
        <message>
            <source>Legal window</source>
            <translation>Rechtliches Zeitfenster</translation>
        </message>
        <message>
            <source>The machine's answer</source>
            <translation>Antwort der Maschine</translation>
        </message>
        <message>
            <source>Seen before answering</source>
            <translation>Vor der Antwort gesehen</translation>
        </message>
        <message>
            <source>Replaced by parcel</source>
            <translation>Ersetzt durch Parzelle</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Prüfer</translation>
        </message>
        <message>
            <source>Shown from</source>
            <translation>Gezeigt ab</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>Looked at for</source>
            <translation>Angesehen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Known of it</source>
            <translation>Bekannt</translation>
        </message>
        <message>
            <source>Holding</source>
            <translation>Betrieb</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Order in the sample</source>
            <translation>Reihenfolge in der Stichprobe</translation>
        </message>
        <message>
            <source>Covered by VHR pictures</source>
            <translation>Von VHR-Bildern abgedeckt</translation>
        </message>
        <message>
            <source>Centre (latitude, longitude)</source>
            <translation>Mittelpunkt (Breite, Länge)</translation>
        </message>
        <message>
            <source>Within a border of 5 m</source>
            <translation>Innerhalb eines Randes von 5 m</translation>
        </message>
        <message>
            <source>Clear dates</source>
            <translation>Klare Daten</translation>
        </message>
        <message>
            <source>Longest time without one</source>
            <translation>Längste Zeit ohne eines</translation>
        </message>
        <message>
            <source>Newest date of the source</source>
            <translation>Neuestes Datum der Quelle</translation>
        </message>
        <message>
            <source>Cloud rule</source>
            <translation>Wolkenregel</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>Gezeigt als</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Szene</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <source>Processing baseline</source>
            <translation>Processing Baseline</translation>
        </message>
        <message>
            <source>Added to the numbers</source>
            <translation>Zu den Zahlen addiert</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Ausschnitt</translation>
        </message>
        <message>
            <source>SHA-256 when answered</source>
            <translation>SHA-256 bei der Antwort</translation>
        </message>
        <message>
            <source>SHA-256 now</source>
            <translation>SHA-256 jetzt</translation>
        </message>
        <message>
            <source>SHA-256 of record.json</source>
            <translation>SHA-256 von record.json</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>The record names no picture.</source>
            <translation>Das Prüfprotokoll nennt kein Bild.</translation>
        </message>
        <message>
            <source>No answer stands: all were taken back.</source>
            <translation>Keine Antwort gilt: alle wurden zurückgenommen.</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Seite {page} von {pages}</translation>
        </message>
        <message>
            <source>Proved: the same picture as when it was answered</source>
            <translation>Bewiesen: dasselbe Bild wie bei der Antwort</translation>
        </message>
        <message>
            <source>Another picture than when it was answered</source>
            <translation>Ein anderes Bild als bei der Antwort</translation>
        </message>
        <message>
            <source>Not proved</source>
            <translation>Nicht bewiesen</translation>
        </message>
        <message>
            <source>Could not be made again</source>
            <translation>Konnte nicht wieder hergestellt werden</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>gilt</translation>
        </message>
        <message>
            <source>changed later</source>
            <translation>später geändert</translation>
        </message>
        <message>
            <source>takes the one before back</source>
            <translation>nimmt die vorige zurück</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>innerhalb</translation>
        </message>
        <message>
            <source>outside, before</source>
            <translation>außerhalb, davor</translation>
        </message>
        <message>
            <source>outside, after</source>
            <translation>außerhalb, danach</translation>
        </message>
        <message>
            <source>straddles a limit</source>
            <translation>liegt über einer Grenze</translation>
        </message>
        <message>
            <source>undecidable, because of a gap</source>
            <translation>nicht entscheidbar, wegen einer Lücke</translation>
        </message>
        <message>
            <source>incomplete: a date is not marked</source>
            <translation>unvollständig: ein Datum ist nicht markiert</translation>
        </message>
        <message>
            <source>first look</source>
            <translation>erste Durchsicht</translation>
        </message>
        <message>
            <source>second look</source>
            <translation>zweite Durchsicht</translation>
        </message>
        <message>
            <source>For XLSX the Python package openpyxl is needed; CSV goes without.</source>
            <translation>Für XLSX wird das Python-Paket openpyxl gebraucht; CSV geht ohne.</translation>
        </message>
        <message>
            <source>a composite with its stretch, an index with its range and colours, or SCL</source>
            <translation>ein Komposit mit seiner Streckung, ein Index mit Bereich und Farben, oder SCL</translation>
        </message>
        <message>
            <source>another row has become parcel {id}</source>
            <translation>eine andere Zeile ist zu Parzelle {id} geworden</translation>
        </message>
        <message>
            <source>the layer has “{id}”: this one is taken, as you wanted</source>
            <translation>der Layer hat „{id}“: diese wird genommen, wie gewünscht</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; one has “{id}”</source>
            <translation>keine Parzelle des Layers hat diese Kennung; eine hat „{id}“</translation>
        </message>
        <message>
            <source>{number} parcels of the layer have this id; the first is taken</source>
            <translation>{number} Parzellen des Layers haben diese Kennung; die erste wird genommen</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; several are alike: “{ids}”</source>
            <translation>keine Parzelle des Layers hat diese Kennung; mehrere sind ähnlich: „{ids}“</translation>
        </message>
        <message>
            <source>a spreadsheet has written this id as a number: its digits are lost</source>
            <translation>eine Tabellenkalkulation hat diese Kennung als Zahl geschrieben: ihre Ziffern sind verloren</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id</source>
            <translation>keine Parzelle des Layers hat diese Kennung</translation>
        </message>
        <message>
            <source>it has no id of a parcel</source>
            <translation>sie hat keine Kennung einer Parzelle</translation>
        </message>
        <message>
            <source>the same as in row {row}</source>
            <translation>dieselbe wie in Zeile {row}</translation>
        </message>
        <message>
            <source>QUASSA sample</source>
            <translation>QUASSA-Stichprobe</translation>
        </message>
        <message>
            <source>QUASSA sample by parcel</source>
            <translation>QUASSA-Stichprobe nach Parzellen</translation>
        </message>
        <message>
            <source>QUASSA parcels of holdings</source>
            <translation>QUASSA-Parzellen der Betriebe</translation>
        </message>
        <message>
            <source>QUASSA ranked list</source>
            <translation>QUASSA-Rangliste</translation>
        </message>
        <message>
            <source>above 0, at most 100</source>
            <translation>über 0, höchstens 100</translation>
        </message>
        <message>
            <source>there is no folder to write to</source>
            <translation>es gibt keinen Ordner, in den geschrieben werden kann</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>es gibt keine solche Datei</translation>
        </message>
        <message>
            <source>it is no record</source>
            <translation>es ist kein Prüfprotokoll</translation>
        </message>
        <message>
            <source>a newer version of this product has written it (form {its}, known is {known})</source>
            <translation>eine neuere Version dieser Erweiterung hat es geschrieben (Form {its}, bekannt ist {known})</translation>
        </message>
        <message>
            <source>the disk is full; make room and try again</source>
            <translation>der Datenträger ist voll; Platz schaffen und noch einmal versuchen</translation>
        </message>
        <message>
            <source>it or its folder can only be read</source>
            <translation>es oder sein Ordner kann nur gelesen werden</translation>
        </message>
        <message>
            <source>it or its folder can't be opened for writing</source>
            <translation>es oder sein Ordner lässt sich nicht zum Schreiben öffnen</translation>
        </message>
        <message>
            <source>another program is writing to it; try again</source>
            <translation>ein anderes Programm schreibt gerade hinein; noch einmal versuchen</translation>
        </message>
        <message>
            <source>the disk is full or gone; nothing could be written</source>
            <translation>der Datenträger ist voll oder nicht mehr da; nichts konnte geschrieben werden</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>es ist beschädigt</translation>
        </message>
        <message>
            <source>{name}: the answer is not written, {why}.</source>
            <translation>{name}: Die Antwort ist nicht geschrieben, {why}.</translation>
        </message>
        <message>
            <source>a record of inspections that can be opened; this one can't: {why}</source>
            <translation>ein Prüfprotokoll, das sich öffnen lässt; dieses nicht: {why}</translation>
        </message>
        <message>
            <source>a record that nobody else has open. {inspector} has had this one open on {host} since {since} UTC (process {process})</source>
            <translation>ein Prüfprotokoll, das niemand sonst geöffnet hat. {inspector} hat dieses auf {host} seit {since} UTC geöffnet (Prozess {process})</translation>
        </message>
        <message>
            <source>a folder that can be written to and that can lock files, such as one of this computer</source>
            <translation>ein Ordner, in den sich schreiben lässt und der Dateien sperren kann, etwa einer auf diesem Rechner</translation>
        </message>
        <message>
            <source>it is the record itself</source>
            <translation>das ist das Prüfprotokoll selbst</translation>
        </message>
        <message>
            <source>it is open for reading only</source>
            <translation>es ist nur zum Lesen geöffnet</translation>
        </message>
        <message>
            <source>its file was deleted, moved or replaced; save a copy of what was answered so far, or open the record again</source>
            <translation>seine Datei wurde gelöscht, verschoben oder ersetzt; eine Kopie der bisherigen Antworten sichern oder das Prüfprotokoll neu öffnen</translation>
        </message>
        <message>
            <source>{inspector} has opened it on {host} since</source>
            <translation>{inspector} hat es inzwischen auf {host} geöffnet</translation>
        </message>
        <message>
            <source>1 to 9, or none</source>
            <translation>1 bis 9, oder keine</translation>
        </message>
        <message>
            <source>a label</source>
            <translation>eine Beschriftung</translation>
        </message>
        <message>
            <source>a colour such as #1b7837</source>
            <translation>eine Farbe wie #1b7837</translation>
        </message>
        <message>
            <source>cloud gap</source>
            <translation>Wolkenlücke</translation>
        </message>
        <message>
            <source>too small</source>
            <translation>zu klein</translation>
        </message>
        <message>
            <source>mixed parcel</source>
            <translation>gemischte Parzelle</translation>
        </message>
        <message>
            <source>boundary shift</source>
            <translation>Grenze verschoben</translation>
        </message>
        <message>
            <source>snow</source>
            <translation>Schnee</translation>
        </message>
        <message>
            <source>shadow or relief</source>
            <translation>Schatten oder Relief</translation>
        </message>
        <message>
            <source>needs VHR</source>
            <translation>VHR nötig</translation>
        </message>
        <message>
            <source>needs photo</source>
            <translation>Foto nötig</translation>
        </message>
        <message>
            <source>wrong geometry</source>
            <translation>falsche Geometrie</translation>
        </message>
        <message>
            <source>duplicate</source>
            <translation>doppelt</translation>
        </message>
        <message>
            <source>Cannot be inspected …</source>
            <translation>Nicht prüfbar …</translation>
        </message>
        <message>
            <source>Cloud gap</source>
            <translation>Wolkenlücke</translation>
        </message>
        <message>
            <source>Mixed parcel</source>
            <translation>Gemischte Parzelle</translation>
        </message>
        <message>
            <source>Needs photo</source>
            <translation>Foto nötig</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Zu klein</translation>
        </message>
        <message>
            <source>Wrong geometry</source>
            <translation>Falsche Geometrie</translation>
        </message>
        <message>
            <source>at least one button</source>
            <translation>mindestens ein Knopf</translation>
        </message>
        <message>
            <source>one of {known}</source>
            <translation>eines von {known}</translation>
        </message>
        <message>
            <source>a scheme of an inspection as it was written by this plugin</source>
            <translation>ein Schema einer Prüfung, wie es diese Erweiterung geschrieben hat</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>eine Liste</translation>
        </message>
        <message>
            <source>rows as they were written by this plugin</source>
            <translation>Zeilen, wie sie diese Erweiterung geschrieben hat</translation>
        </message>
        <message>
            <source>a whole number from 0, or none</source>
            <translation>eine ganze Zahl ab 0, oder keine</translation>
        </message>
        <message>
            <source>every one once</source>
            <translation>jedes nur einmal</translation>
        </message>
        <message>
            <source>the row has no id</source>
            <translation>die Zeile hat keine Kennung</translation>
        </message>
        <message>
            <source>“{text}” is no day</source>
            <translation>„{text}“ ist kein Tag</translation>
        </message>
        <message>
            <source>“{text}” is no confidence</source>
            <translation>„{text}“ ist keine Sicherheit</translation>
        </message>
        <message>
            <source>it ends on {last}, before it begins on {first}</source>
            <translation>sie endet am {last}, vor ihrem Beginn am {first}</translation>
        </message>
        <message>
            <source>the row has no day</source>
            <translation>die Zeile hat keinen Tag</translation>
        </message>
        <message>
            <source>Sen4CAP grassland mowing (L4B)</source>
            <translation>Sen4CAP: Mahd von Grünland (L4B)</translation>
        </message>
        <message>
            <source>Sen4CAP agricultural practices (L4C)</source>
            <translation>Sen4CAP: landwirtschaftliche Praktiken (L4C)</translation>
        </message>
        <message>
            <source>JRC signals and markers</source>
            <translation>JRC: Signale und Marker</translation>
        </message>
        <message>
            <source>columns of Sen4CAP L4B or L4C, or of JRC's markers</source>
            <translation>Spalten von Sen4CAP L4B oder L4C, oder der Marker des JRC</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}</source>
            <translation>eine Zahl von {low:g} bis {high:g}</translation>
        </message>
        <message>
            <source>a polygon or multipolygon in EPSG:4326</source>
            <translation>ein Polygon oder Multipolygon in EPSG:4326</translation>
        </message>
        <message>
            <source>a valid polygon that is not empty</source>
            <translation>ein gültiges Polygon, das nicht leer ist</translation>
        </message>
        <message>
            <source>degrees of longitude and latitude</source>
            <translation>Grad Länge und Breite</translation>
        </message>
        <message>
            <source>a Place</source>
            <translation>ein Ort</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}, where UTM tiles are</source>
            <translation>eine Zahl von {low:g} bis {high:g}, wo es UTM-Kacheln gibt</translation>
        </message>
        <message>
            <source>True or False</source>
            <translation>wahr oder falsch</translation>
        </message>
        <message>
            <source>only with {level}, which has SCL</source>
            <translation>nur mit {level}, das die SCL hat</translation>
        </message>
        <message>
            <source>days from {day} (launch) on</source>
            <translation>Tage ab dem {day} (Start des Satelliten)</translation>
        </message>
        <message>
            <source>the start, {start}, or a later day</source>
            <translation>der erste Tag, {start}, oder ein späterer</translation>
        </message>
        <message>
            <source>an ISO day, YYYY-MM-DD</source>
            <translation>ein Tag als JJJJ-MM-TT</translation>
        </message>
        <message>
            <source>a sequence of names out of {known}</source>
            <translation>eine Folge von Namen aus {known}</translation>
        </message>
        <message>
            <source>at least one of {known}</source>
            <translation>mindestens einer von {known}</translation>
        </message>
        <message>
            <source>every band once</source>
            <translation>jeder Kanal einmal</translation>
        </message>
        <message>
            <source>the scene classification is made by the atmospheric correction</source>
            <translation>die Szenenklassifikation entsteht bei der Atmosphärenkorrektur</translation>
        </message>
        <message>
            <source>{name} belongs to {level} only</source>
            <translation>{name} gehört nur zu {level}</translation>
        </message>
        <message>
            <source>for {level}: {known} ({made_by}, so {level} has no {name})</source>
            <translation>für {level}: {known} ({made_by}, darum hat {level} kein {name})</translation>
        </message>
        <message>
            <source>a multiple of {step}, from {step} to {most} m</source>
            <translation>ein Vielfaches von {step}, von {step} bis {most} m</translation>
        </message>
        <message>
            <source>Animations need the Python package Pillow, which this Python has not; QGIS's installer and Linux distributions offer it.</source>
            <translation>Animationen brauchen das Python-Paket Pillow, das dieses Python nicht hat; das Installationsprogramm von QGIS und Linux-Distributionen bieten es an.</translation>
        </message>
        <message>
            <source>a GIF, PNGs, or both</source>
            <translation>ein GIF, PNGs, oder beides</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} bis {high}</translation>
        </message>
        <message>
            <source>1 to {most} dates with a picture</source>
            <translation>1 bis {most} Termine mit Bild</translation>
        </message>
        <message>
            <source>The animation was stopped.</source>
            <translation>Die Animation wurde angehalten.</translation>
        </message>
        <message>
            <source>{name} could not be written: {error}</source>
            <translation>{name} ließ sich nicht schreiben: {error}</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: {error}</source>
            <translation>{name} ließ sich nicht ersetzen, vielleicht hat ein Programm die Datei offen: {error}</translation>
        </message>
        <message>
            <source>letters, digits, - and _, such as ms or 2020</source>
            <translation>Buchstaben, Ziffern, - und _, wie ms oder 2020</translation>
        </message>
        <message>
            <source>{name} was changed by another run or program: give each run a folder of its own</source>
            <translation>{name} wurde von einem anderen Lauf oder Programm geändert: geben Sie jedem Lauf einen eigenen Ordner</translation>
        </message>
        <message>
            <source>1 to {most}</source>
            <translation>1 bis {most}</translation>
        </message>
        <message>
            <source>what is in the folder: no band at all</source>
            <translation>was im Ordner ist: gar kein Kanal</translation>
        </message>
        <message>
            <source>what is in the folder: {bands}</source>
            <translation>was im Ordner ist: {bands}</translation>
        </message>
        <message>
            <source>at most {most} on one page: a smaller run</source>
            <translation>höchstens {most} auf einer Seite: ein kleinerer Lauf</translation>
        </message>
        <message>
            <source>the file is no picture of this run</source>
            <translation>die Datei ist kein Bild dieses Laufs</translation>
        </message>
        <message>
            <source>Extract raw chips</source>
            <translation>Rohe Chips ausschneiden</translation>
        </message>
        <message>
            <source>Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.
Give a point, or a layer of parcels: then every parcel becomes a series of its own and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF with the numbers of the original file (no resampling; 0 is no data) in a folder per place. manifest.json lists the files by date, chips.csv says of every date how cloudy it is and, if it has no chip, why.
The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included.</source>
            <translation>Schneidet aus jeder Sentinel-2-Aufnahme eines Zeitraums dasselbe Quadrat aus, Kanal für Kanal.
Geben Sie einen Punkt an, oder einen Layer von Parzellen: dann wird jede Parzelle eine eigene Reihe, und das Wolkenurteil gilt der Parzelle. Jeder Termin und Kanal wird ein GeoTIFF mit den Zahlen der Originaldatei (ohne Umrechnung; 0 heißt keine Daten), in einem Ordner je Ort. manifest.json führt die Dateien nach Terminen auf, chips.csv sagt von jedem Termin, wie bewölkt er ist und, wenn er keinen Chip hat, warum.
Die Kante ist ein Vielfaches von 20 m, höchstens 5120 m. Termine sind UTC-Tage, beide eingeschlossen.</translation>
        </message>
        <message>
            <source>Extract colour composite chips</source>
            <translation>Farbkomposit-Chips ausschneiden</translation>
        </message>
        <message>
            <source>Makes a small colour picture of a place from every Sentinel-2 acquisition of a period.
The three bands are shown as red, green and blue; the first sets the resolution. The look-up table is two percentiles of the valid pixels, clouds and shadows left out (5_95), or six absolute values of reflectance x 10 000, low and high for each of the three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of all dates of a place together, so that dates compare. No data is transparent.
Files, manifest and table are laid out as by 'Extract raw chips'.</source>
            <translation>Macht aus jeder Sentinel-2-Aufnahme eines Zeitraums ein kleines Farbbild eines Ortes.
Die drei Kanäle erscheinen als Rot, Grün und Blau; der erste bestimmt die Auflösung. Die Umsetztabelle besteht aus zwei Perzentilen der gültigen Pixel ohne Wolken und Schatten (5_95) oder sechs absoluten Werten der Reflektanz x 10 000, unten und oben für jeden der drei (1200_5700_800_4100_150_2800). Die Perzentile gelten je Chip oder für alle Termine eines Ortes gemeinsam, sodass sich Termine vergleichen lassen. Wo keine Daten sind, ist das Bild durchsichtig.
Dateien, Manifest und Tabelle sind angelegt wie bei „Rohe Chips ausschneiden“.</translation>
        </message>
        <message>
            <source>a polygon or multipolygon as WKT or GeoJSON ({error})</source>
            <translation>ein Polygon oder Multipolygon als WKT oder GeoJSON ({error})</translation>
        </message>
        <message>
            <source>Part of the source's address is left out, as it may hold a login or a key.</source>
            <translation>Ein Teil der Adresse der Quelle fehlt, da er eine Anmeldung oder einen Schlüssel enthalten kann.</translation>
        </message>
        <message>
            <source>The login is named by the id of its configuration, {id}: it works where QGIS has this configuration.</source>
            <translation>Die Anmeldung ist mit der Kennung ihrer Konfiguration genannt, {id}: Sie gilt, wo QGIS diese Konfiguration hat.</translation>
        </message>
        <message>
            <source>The cloud rule is one of your own ({rule}): qgis_process takes that of the plugin's options.</source>
            <translation>Die Wolkenregel ist eine eigene ({rule}): qgis_process nimmt die der Optionen des Plugins.</translation>
        </message>
        <message>
            <source>the text of a request ({error})</source>
            <translation>der Text einer Anfrage ({error})</translation>
        </message>
        <message>
            <source>the folder of a run with its manifest.json ({error})</source>
            <translation>der Ordner eines Laufs mit seiner manifest.json ({error})</translation>
        </message>
        <message>
            <source>{{"dates": [...], "chips": [...]}}, equally long</source>
            <translation>{{"dates": [...], "chips": [...]}}, gleich lang</translation>
        </message>
        <message>
            <source>dates as YYYYMMDDTHHMMSS</source>
            <translation>Termine als YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>relative paths within the run's folder</source>
            <translation>relative Pfade im Ordner des Laufs</translation>
        </message>
        <message>
            <source>the folder of a run with its places.geojson ({error})</source>
            <translation>der Ordner eines Laufs mit seiner places.geojson ({error})</translation>
        </message>
        <message>
            <source>no picture was written</source>
            <translation>kein Bild wurde geschrieben</translation>
        </message>
        <message>
            <source>no file of this date is in the folder</source>
            <translation>keine Datei dieses Termins ist im Ordner</translation>
        </message>
        <message>
            <source>the file holds another band</source>
            <translation>die Datei enthält einen anderen Kanal</translation>
        </message>
        <message>
            <source>the file shows other ground</source>
            <translation>die Datei zeigt anderes Gelände</translation>
        </message>
        <message>
            <source>a run with at least one date</source>
            <translation>ein Lauf mit mindestens einem Termin</translation>
        </message>
        <message>
            <source>a run's folder with its GeoTIFFs</source>
            <translation>der Ordner eines Laufs mit seinen GeoTIFFs</translation>
        </message>
        <message>
            <source>the folder of a run with its chips.csv ({error})</source>
            <translation>der Ordner eines Laufs mit seiner chips.csv ({error})</translation>
        </message>
        <message>
            <source>{path}, line {line}</source>
            <translation>{path}, Zeile {line}</translation>
        </message>
        <message>
            <source>a row of a run's table ({error})</source>
            <translation>eine Zeile der Tabelle eines Laufs ({error})</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: the new one is {instead}.</source>
            <translation>{name} ließ sich nicht ersetzen, vielleicht hat ein Programm die Datei offen: die neue heißt {instead}.</translation>
        </message>
        <message>
            <source>{name} was changed by a program while the run went on: the run's own is {instead}.</source>
            <translation>{name} wurde während des Laufs von einem Programm geändert: die Datei des Laufs heißt {instead}.</translation>
        </message>
        <message>
            <source>a GeoParquet file that can be read: {why}</source>
            <translation>eine GeoParquet-Datei, die sich lesen lässt: {why}</translation>
        </message>
        <message>
            <source>a GeoParquet file: Parquet whose metadata name a column of geometries</source>
            <translation>eine GeoParquet-Datei: Parquet, dessen Metadaten eine Spalte mit Geometrien nennen</translation>
        </message>
        <message>
            <source>GeoParquet with geometries as WKB</source>
            <translation>GeoParquet mit Geometrien als WKB</translation>
        </message>
        <message>
            <source>GeoParquet with a known CRS</source>
            <translation>GeoParquet mit einem bekannten KBS</translation>
        </message>
        <message>
            <source>{why}; the new table is {instead}.</source>
            <translation>{why}; die neue Tabelle heißt {instead}.</translation>
        </message>
        <message>
            <source>{name} has no description of its run beside it</source>
            <translation>neben {name} liegt keine Beschreibung seines Laufs</translation>
        </message>
        <message>
            <source>Parquet files take the Python package pyarrow, which is not installed</source>
            <translation>für Parquet-Dateien braucht es das Python-Paket pyarrow, das nicht installiert ist</translation>
        </message>
        <message>
            <source>the swath does not reach the parcel: it holds no data</source>
            <translation>der Streifen reicht nicht bis zur Parzelle: sie hat keine Daten</translation>
        </message>
        <message>
            <source>no pixel stands for the parcel by this rule</source>
            <translation>nach dieser Regel steht kein Pixel für die Parzelle</translation>
        </message>
        <message>
            <source>the feature has no date that can be read</source>
            <translation>das Objekt hat kein lesbares Datum</translation>
        </message>
        <message>
            <source>no clear date within {days} days</source>
            <translation>kein klarer Termin innerhalb von {days} Tagen</translation>
        </message>
        <message>
            <source>area-weighted pixels take the Python package exactextract, which is not installed; without it pixels count by their centre, or if they lie inside</source>
            <translation>nach Fläche gewichtete Pixel brauchen das Python-Paket exactextract, das nicht installiert ist; ohne es zählen Pixel nach ihrer Mitte, oder wenn sie ganz innen liegen</translation>
        </message>
        <message>
            <source>it has no id; it is number {number} of the layer</source>
            <translation>sie hat keine Kennung; sie ist Nummer {number} im Layer</translation>
        </message>
        <message numerus="yes">
            <source>it has {count} parts</source>
            <translation>
                <numerusform>sie hat {count} Teil</numerusform>
                <numerusform>sie hat {count} Teile</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>it has {count} holes</source>
            <translation>
                <numerusform>sie hat {count} Loch</numerusform>
                <numerusform>sie hat {count} Löcher</numerusform>
            </translation>
        </message>
        <message>
            <source>its geometry can't be read: {why}</source>
            <translation>ihre Geometrie kann nicht gelesen werden: {why}</translation>
        </message>
        <message>
            <source>it has no geometry</source>
            <translation>sie hat keine Geometrie</translation>
        </message>
        <message>
            <source>its geometry is empty</source>
            <translation>ihre Geometrie ist leer</translation>
        </message>
        <message>
            <source>its coordinates are no numbers</source>
            <translation>ihre Koordinaten sind keine Zahlen</translation>
        </message>
        <message>
            <source>it has no area, it is a {kind}</source>
            <translation>sie hat keine Fläche, sie ist ein {kind}</translation>
        </message>
        <message>
            <source>its outline was mended: {why}</source>
            <translation>ihr Umriss wurde repariert: {why}</translation>
        </message>
        <message>
            <source>it has the same outline as {id}</source>
            <translation>sie hat denselben Umriss wie {id}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have this id; it is number {number} of the layer</source>
            <translation>
                <numerusform>{count} Parzelle hat diese Kennung; sie ist Nummer {number} im Layer</numerusform>
                <numerusform>{count} Parzellen haben diese Kennung; sie ist Nummer {number} im Layer</numerusform>
            </translation>
        </message>
        <message>
            <source>an EPSG code, or a CRS as PROJ writes it</source>
            <translation>ein EPSG-Code oder ein KBS, wie PROJ es schreibt</translation>
        </message>
        <message>
            <source>a CbM service cuts chips one by one; its own time series of a parcel is quicker than that</source>
            <translation>ein CbM-Dienst schneidet Chips einzeln; seine eigene Zeitreihe einer Parzelle ist schneller</translation>
        </message>
        <message>
            <source>the source lists no scene that shows it in the period</source>
            <translation>die Quelle nennt im Zeitraum keine Szene, die sie zeigt</translation>
        </message>
        <message>
            <source>its coordinates are not on earth; is the CRS right?</source>
            <translation>ihre Koordinaten liegen nicht auf der Erde; stimmt das KBS?</translation>
        </message>
        <message>
            <source>no tile is there: UTM has none beyond {south:g} and {north:g} degrees of latitude</source>
            <translation>dort ist keine Kachel: UTM hat keine jenseits von {south:g} und {north:g} Grad Breite</translation>
        </message>
        <message>
            <source>it is larger than a tile: more than {most:g} km across</source>
            <translation>sie ist größer als eine Kachel: mehr als {most:g} km breit</translation>
        </message>
        <message>
            <source>reflective bands: SCL is classes, and always counted</source>
            <translation>reflektierende Bänder: SCL sind Klassen und werden immer gezählt</translation>
        </message>
        <message>
            <source>every index once</source>
            <translation>jeder Index einmal</translation>
        </message>
        <message>
            <source>at least one: LEVEL1C has no SCL to judge by</source>
            <translation>mindestens eines: LEVEL1C hat keine SCL, nach der man urteilen könnte</translation>
        </message>
        <message>
            <source>a cloud rule, or the name of one</source>
            <translation>eine Wolkenregel oder der Name einer solchen</translation>
        </message>
        <message>
            <source>a sequence of names</source>
            <translation>eine Folge von Namen</translation>
        </message>
        <message>
            <source>A scheduler takes the Python package distributed, which is not installed</source>
            <translation>für einen Scheduler braucht es das Python-Paket distributed, das nicht installiert ist</translation>
        </message>
        <message>
            <source>the scheduler at {address} does not answer: {error}</source>
            <translation>der Scheduler unter {address} antwortet nicht: {error}</translation>
        </message>
        <message>
            <source>a source whose files are opened with a login or S3 keys</source>
            <translation>eine Quelle, deren Dateien mit einem Login oder S3-Schlüsseln geöffnet werden</translation>
        </message>
        <message>
            <source>files that everyone may read or whose addresses are signed, as a login is not sent to other machines; without a scheduler this computer reads them</source>
            <translation>Dateien, die jeder lesen darf oder deren Adressen signiert sind, da ein Login nicht an andere Rechner geschickt wird; ohne Scheduler liest sie dieser Rechner</translation>
        </message>
        <message>
            <source>the source gave no access to {file}</source>
            <translation>die Quelle gab keinen Zugang zu {file}</translation>
        </message>
        <message>
            <source>not read from {scene}: {why}</source>
            <translation>nicht aus {scene} gelesen: {why}</translation>
        </message>
        <message>
            <source>the source lists no file for this band</source>
            <translation>die Quelle nennt für diesen Kanal keine Datei</translation>
        </message>
        <message numerus="yes">
            <source>{band}: {count} pixels of {scene} at DN {limit} or above are no data: they had wrapped below 0, or are saturated</source>
            <translation>
                <numerusform>{band}: {count} Pixel von {scene} mit DN {limit} oder mehr hat keine Daten: unter 0 übergelaufen oder gesättigt</numerusform>
                <numerusform>{band}: {count} Pixel von {scene} mit DN {limit} oder mehr haben keine Daten: unter 0 übergelaufen oder gesättigt</numerusform>
            </translation>
        </message>
        <message>
            <source>read from {scene}, in place of {other}</source>
            <translation>aus {scene} gelesen, anstelle von {other}</translation>
        </message>
        <message>
            <source>no second opinion on clouds: {why}</source>
            <translation>keine zweite Meinung zu Wolken: {why}</translation>
        </message>
        <message>
            <source>not judged, SCL could not be read: {why}</source>
            <translation>nicht beurteilt, die SCL ließ sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>mosaic of {scenes}</source>
            <translation>Mosaik aus {scenes}</translation>
        </message>
        <message>
            <source>the swath does not reach the chip: it holds no data</source>
            <translation>der Aufnahmestreifen reicht nicht bis zum Chip: er hat dort keine Daten</translation>
        </message>
        <message>
            <source>not known to be clear, SCL could not be read: {why}</source>
            <translation>ob klar, ist nicht bekannt, die SCL ließ sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>not clear: no data in the parcel</source>
            <translation>nicht klar: keine Daten in der Parzelle</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad</source>
            <translation>nicht klar: {share:.0f} % der gültigen Pixel sind unbrauchbar</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad, {missing} of {total} have no data</source>
            <translation>nicht klar: {share:.0f} % der gültigen Pixel sind unbrauchbar, {missing} von {total} haben keine Daten</translation>
        </message>
        <message>
            <source>no data in the chip</source>
            <translation>keine Daten im Chip</translation>
        </message>
        <message>
            <source>holds no data where the SCL has some</source>
            <translation>hat keine Daten, wo die SCL welche hat</translation>
        </message>
        <message>
            <source>holds no data where the bands have some</source>
            <translation>hat keine Daten, wo die Kanäle welche haben</translation>
        </message>
        <message>
            <source>{band}: no data in {share:.0f} % of the pixels where the SCL has some</source>
            <translation>{band}: keine Daten in {share:.0f} % der Pixel, wo die SCL welche hat</translation>
        </message>
        <message>
            <source>clear by this cloud rule, but not read yet</source>
            <translation>nach dieser Wolkenregel klar, aber noch nicht gelesen</translation>
        </message>
        <message>
            <source>no search now</source>
            <translation>jetzt keine Suche</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>{state}: the search answer is {age} old ({why})</source>
            <translation>{state}: das Suchergebnis ist {age} alt ({why})</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} bis {last}</translation>
        </message>
        <message>
            <source>{state}: only what was found before, up to {age} ago, is shown: dates of {days}; the other days of the period can't be searched now ({why})</source>
            <translation>{state}: nur früher Gefundenes, bis zu {age} alt, wird gezeigt: Termine von {days}; die übrigen Tage des Zeitraums lassen sich jetzt nicht durchsuchen ({why})</translation>
        </message>
        <message>
            <source>no search for it is kept in the cache</source>
            <translation>im Zwischenspeicher ist keine Suche danach</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>noch nicht gelesen</translation>
        </message>
        <message>
            <source>another address</source>
            <translation>einer anderen Adresse</translation>
        </message>
        <message>
            <source>{band} is read from {there}, as the first address failed: {why}</source>
            <translation>{band} wird von {there} gelesen, denn die erste Adresse versagte: {why}</translation>
        </message>
        <message>
            <source>the file has changed</source>
            <translation>die Datei hat sich geändert</translation>
        </message>
        <message>
            <source>the file is damaged: a block of pixels and its checksum don't fit together</source>
            <translation>die Datei ist beschädigt: ein Pixelblock und seine Prüfsumme passen nicht zusammen</translation>
        </message>
        <message>
            <source>not ahead</source>
            <translation>nicht im Voraus</translation>
        </message>
        <message>
            <source>kept pixels: the server did not answer whether the file is still the same</source>
            <translation>aufgehobene Pixel: der Server sagte nicht, ob die Datei noch dieselbe ist</translation>
        </message>
        <message>
            <source>401, a login is needed</source>
            <translation>401, eine Anmeldung ist nötig</translation>
        </message>
        <message>
            <source>403, access refused</source>
            <translation>403, Zugriff verweigert</translation>
        </message>
        <message>
            <source>404, file missing</source>
            <translation>404, Datei fehlt</translation>
        </message>
        <message>
            <source>407, the proxy needs a login (see QGIS's network options)</source>
            <translation>407, der Proxy verlangt eine Anmeldung (siehe die Netzwerkoptionen von QGIS)</translation>
        </message>
        <message>
            <source>410, file gone</source>
            <translation>410, Datei nicht mehr da</translation>
        </message>
        <message>
            <source>416, the file has no such part</source>
            <translation>416, die Datei hat keinen solchen Teil</translation>
        </message>
        <message>
            <source>429, the server asks for fewer requests</source>
            <translation>429, der Server bittet um weniger Anfragen</translation>
        </message>
        <message>
            <source>{host} took longer than {budget_s:g} s for one file</source>
            <translation>{host} brauchte für eine Datei länger als {budget_s:g} s</translation>
        </message>
        <message>
            <source>there is too little memory to read it</source>
            <translation>zum Lesen fehlt Arbeitsspeicher</translation>
        </message>
        <message>
            <source>a mistake while reading ({kind}); the log tells more</source>
            <translation>ein Fehler beim Lesen ({kind}); das Protokoll sagt mehr</translation>
        </message>
        <message>
            <source>{status}, the server failed</source>
            <translation>{status}, der Server versagte</translation>
        </message>
        <message>
            <source>{status}, the request is refused</source>
            <translation>{status}, die Anfrage wurde abgewiesen</translation>
        </message>
        <message>
            <source>the file is damaged or cut short: not all of its pixels can be read</source>
            <translation>die Datei ist beschädigt oder abgeschnitten: nicht alle Pixel sind lesbar</translation>
        </message>
        <message>
            <source>the file is neither a GeoTIFF nor JPEG 2000</source>
            <translation>die Datei ist weder GeoTIFF noch JPEG 2000</translation>
        </message>
        <message>
            <source>Reading pixels needs rasterio 1.3 or newer, or the GDAL that comes with QGIS.</source>
            <translation>Zum Lesen von Pixeln braucht es rasterio 1.3 oder neuer, oder das GDAL, das mit QGIS kommt.</translation>
        </message>
        <message>
            <source>could not write {name}: {error}</source>
            <translation>{name} ließ sich nicht schreiben: {error}</translation>
        </message>
        <message>
            <source>GDAL did not say why</source>
            <translation>GDAL sagte nicht, warum</translation>
        </message>
        <message>
            <source>an s3 address without a bucket or a name</source>
            <translation>eine s3-Adresse ohne Bucket oder Namen</translation>
        </message>
        <message>
            <source>no way is known to open {scheme} addresses</source>
            <translation>Adressen mit {scheme} lassen sich nicht öffnen</translation>
        </message>
        <message>
            <source>{width_px} x {height_px} pixels are no chip</source>
            <translation>{width_px} x {height_px} Pixel sind kein Chip</translation>
        </message>
        <message>
            <source>the file has no CRS, so it is no chip</source>
            <translation>die Datei hat kein KBS, ist also kein Chip</translation>
        </message>
        <message>
            <source>pixels of {a:g} x {e:g} m are no chip's</source>
            <translation>Pixel von {a:g} x {e:g} m gehören zu keinem Chip</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>aufgegeben</translation>
        </message>
        <message>
            <source>the server does not say how large the file is</source>
            <translation>der Server sagt nicht, wie groß die Datei ist</translation>
        </message>
        <message>
            <source>the file has changed while it was read</source>
            <translation>die Datei hat sich beim Lesen geändert</translation>
        </message>
        <message>
            <source>more than was asked for</source>
            <translation>mehr als angefragt</translation>
        </message>
        <message>
            <source>no chunks as HTTP has them</source>
            <translation>keine Teile, wie HTTP sie hat</translation>
        </message>
        <message>
            <source>it is packed in a way that nobody asked for</source>
            <translation>es ist auf eine Art gepackt, um die niemand bat</translation>
        </message>
        <message>
            <source>it is packed, and broken</source>
            <translation>es ist gepackt und kaputt</translation>
        </message>
        <message>
            <source>the connection was closed</source>
            <translation>die Verbindung wurde geschlossen</translation>
        </message>
        <message>
            <source>the answer was cut short</source>
            <translation>die Antwort brach ab</translation>
        </message>
        <message>
            <source>no answer in HTTP</source>
            <translation>keine Antwort in HTTP</translation>
        </message>
        <message>
            <source>timed out</source>
            <translation>Zeit abgelaufen</translation>
        </message>
        <message>
            <source>an answer in a form that nobody asked for</source>
            <translation>eine Antwort in einer Form, um die niemand bat</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>die Datei ist leer</translation>
        </message>
        <message>
            <source>{host} gives a web page in place of the file</source>
            <translation>{host} schickt statt der Datei eine Webseite</translation>
        </message>
        <message>
            <source>{host} does not say which part of the file it gives</source>
            <translation>{host} sagt nicht, welchen Teil der Datei er schickt</translation>
        </message>
        <message>
            <source>{host} gives another part of the file than asked for</source>
            <translation>{host} schickt einen anderen Teil der Datei als angefragt</translation>
        </message>
        <message>
            <source>{host} gives files as a whole only, and this one is larger than {most} MB</source>
            <translation>{host} schickt Dateien nur als Ganzes, und diese ist größer als {most} MB</translation>
        </message>
        <message>
            <source>the file is shorter than it should be</source>
            <translation>die Datei ist kürzer, als sie sein soll</translation>
        </message>
        <message>
            <source>what {host} gives can't be used: {error}</source>
            <translation>was {host} schickt, ist nicht brauchbar: {error}</translation>
        </message>
        <message>
            <source>the server gives no file</source>
            <translation>der Server schickt keine Datei</translation>
        </message>
        <message>
            <source>{host} sends us from one address to the next without end</source>
            <translation>{host} schickt uns endlos von einer Adresse zur nächsten</translation>
        </message>
        <message>
            <source>{host} did not answer: {error}</source>
            <translation>{host} antwortete nicht: {error}</translation>
        </message>
        <message>
            <source>an address or a login that can't be sent</source>
            <translation>eine Adresse oder Anmeldung, die sich nicht senden lässt</translation>
        </message>
        <message>
            <source>{host} did not answer: timed out</source>
            <translation>{host} antwortete nicht: Zeit abgelaufen</translation>
        </message>
        <message>
            <source>{host} shows a certificate that is not trusted: {error}</source>
            <translation>{host} zeigt ein Zertifikat, dem nicht vertraut wird: {error}</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>keine Antwort</translation>
        </message>
        <message>
            <source>{host} does not speak TLS: {why}</source>
            <translation>{host} spricht kein TLS: {why}</translation>
        </message>
        <message>
            <source>the proxy {host}:{port}</source>
            <translation>der Proxy {host}:{port}</translation>
        </message>
        <message>
            <source>the proxy opens no way to {host}: {status}</source>
            <translation>der Proxy öffnet keinen Weg zu {host}: {status}</translation>
        </message>
        <message>
            <source>there is no way to {host} ({kind})</source>
            <translation>es führt kein Weg zu {host} ({kind})</translation>
        </message>
        <message>
            <source>{address} is no address of a server</source>
            <translation>{address} ist keine Adresse eines Servers</translation>
        </message>
        <message>
            <source>this is no address of a server</source>
            <translation>das ist keine Adresse eines Servers</translation>
        </message>
        <message>
            <source>a proxy that speaks {scheme} can't be used here</source>
            <translation>ein Proxy, der {scheme} spricht, ist hier nicht brauchbar</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}: {error}</source>
            <translation>die vertrauten Zertifikate lassen sich aus {path} nicht lesen: {error}</translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>für immer</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}</source>
            <translation>die vertrauten Zertifikate lassen sich aus {path} nicht lesen</translation>
        </message>
        <message>
            <source>pixels of type {name} are no measurements</source>
            <translation>Pixel vom Typ {name} sind keine Messwerte</translation>
        </message>
        <message numerus="yes">
            <source>the file holds {count} bands and does not say which is {wanted}</source>
            <translation>
                <numerusform>die Datei hat {count} Kanal und sagt nicht, ob er {wanted} ist</numerusform>
                <numerusform>die Datei hat {count} Kanäle und sagt nicht, welcher {wanted} ist</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} sends us to what is not on the web</source>
            <translation>{host} schickt uns zu etwas, das nicht im Web ist</translation>
        </message>
        <message>
            <source>{host} sends us from https to http, which is not followed</source>
            <translation>{host} schickt uns von https zu http, dem wird nicht gefolgt</translation>
        </message>
        <message>
            <source>no host has such a name</source>
            <translation>kein Rechner heißt so</translation>
        </message>
        <message>
            <source>its file tells no CRS, {crs} is taken</source>
            <translation>seine Datei nennt kein KBS, genommen wird {crs}</translation>
        </message>
        <message>
            <source>its file does not tell where it lies, the source's word is taken</source>
            <translation>seine Datei sagt nicht, wo sie liegt, die Angabe der Quelle gilt</translation>
        </message>
        <message>
            <source>the file has no CRS and the source tells none, so it can't be placed</source>
            <translation>die Datei hat kein KBS und die Quelle nennt keines, darum ist ihr Ort unbekannt</translation>
        </message>
        <message>
            <source>neither the file nor the source tells where it lies</source>
            <translation>weder die Datei noch die Quelle sagt, wo sie liegt</translation>
        </message>
        <message>
            <source>its file is in EPSG:{epsg}, not in {crs} as the source says</source>
            <translation>seine Datei ist in EPSG:{epsg}, nicht in {crs}, wie die Quelle sagt</translation>
        </message>
        <message>
            <source>the one</source>
            <translation>das</translation>
        </message>
        <message>
            <source>{crs} that the source tells</source>
            <translation>{crs}, das die Quelle nennt</translation>
        </message>
        <message>
            <source>{crs} of its tile</source>
            <translation>{crs} seiner Kachel</translation>
        </message>
        <message>
            <source>{failure}, and to wait {time}</source>
            <translation>{failure}, und {time} zu warten</translation>
        </message>
        <message>
            <source>False colour (near infrared)</source>
            <translation>Falschfarben (nahes Infrarot)</translation>
        </message>
        <message>
            <source>vegetation in red, bare soil in grey-green, water dark</source>
            <translation>Vegetation rot, nackter Boden graugrün, Wasser dunkel</translation>
        </message>
        <message>
            <source>True colour</source>
            <translation>Echtfarben</translation>
        </message>
        <message>
            <source>what the eye would see; haze</source>
            <translation>was das Auge sähe; Dunst</translation>
        </message>
        <message>
            <source>Vegetation and moisture</source>
            <translation>Vegetation und Feuchte</translation>
        </message>
        <message>
            <source>crops against bare soil; mowing and ploughing</source>
            <translation>Bewuchs gegen nackten Boden; Mahd und Umbruch</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Landwirtschaft</translation>
        </message>
        <message>
            <source>growing crops in bright green, bare soil in magenta</source>
            <translation>wachsende Kulturen leuchtend grün, nackter Boden magenta</translation>
        </message>
        <message>
            <source>Short-wave infrared</source>
            <translation>Kurzwelliges Infrarot</translation>
        </message>
        <message>
            <source>moisture of soil and plants, burnt ground, snow against cloud</source>
            <translation>Feuchte von Boden und Pflanzen, Brandflächen, Schnee gegen Wolken</translation>
        </message>
        <message>
            <source>Red edge</source>
            <translation>Rote Kante</translation>
        </message>
        <message>
            <source>chlorophyll: crop type, vigour and ripening</source>
            <translation>Chlorophyll: Kulturart, Wuchskraft und Reife</translation>
        </message>
        <message>
            <source>three of {bands}, joined by "_"</source>
            <translation>drei von {bands}, verbunden durch „_“</translation>
        </message>
        <message>
            <source>{bands} for this composite</source>
            <translation>{bands} für dieses Komposit</translation>
        </message>
        <message>
            <source>These two dates do not have the same pixels.</source>
            <translation>Diese beiden Termine haben nicht dieselben Pixel.</translation>
        </message>
        <message>
            <source>Normalised difference vegetation index</source>
            <translation>Normalisierter differenzierter Vegetationsindex</translation>
        </message>
        <message>
            <source>Normalised difference water index (open water)</source>
            <translation>Normalisierter Differenz-Wasserindex (offenes Wasser)</translation>
        </message>
        <message>
            <source>Normalised difference moisture index (water in leaves)</source>
            <translation>Normalisierter Differenz-Feuchteindex (Wasser in Blättern)</translation>
        </message>
        <message>
            <source>Normalised difference red edge index (chlorophyll)</source>
            <translation>Normalisierter Differenzindex der roten Kante (Chlorophyll)</translation>
        </message>
        <message>
            <source>Bare soil index</source>
            <translation>Index für nackten Boden</translation>
        </message>
        <message>
            <source>Normalised burn ratio</source>
            <translation>Normalisierter Brandindex</translation>
        </message>
        <message>
            <source>Enhanced vegetation index</source>
            <translation>Verbesserter Vegetationsindex</translation>
        </message>
        <message>
            <source>{bands} for {index}</source>
            <translation>{bands} für {index}</translation>
        </message>
        <message>
            <source>two percentiles "low_high" with 0 &lt;= low &lt; high &lt;= 100, or six finite values "low_high_low_high_low_high" with low &lt; high in each pair</source>
            <translation>zwei Perzentile „unten_oben“ mit 0 &lt;= unten &lt; oben &lt;= 100, oder sechs endliche Werte „unten_oben_unten_oben_unten_oben“ mit unten &lt; oben in jedem Paar</translation>
        </message>
        <message>
            <source>the built-in sample can't be made in {folder}: {error}</source>
            <translation>das eingebaute Beispiel lässt sich in {folder} nicht erstellen: {error}</translation>
        </message>
        <message>
            <source>an older built-in sample in {folder} is open in another program: close that and try again</source>
            <translation>ein älteres eingebautes Beispiel in {folder} ist in einem anderen Programm offen: schließen Sie es dort und versuchen Sie es erneut</translation>
        </message>
        <message>
            <source>the built-in sample was not made: stopped</source>
            <translation>das eingebaute Beispiel wurde nicht erzeugt: gestoppt</translation>
        </message>
        <message>
            <source>its extent can't be judged ({kind}: {error})</source>
            <translation>seine Ausdehnung lässt sich nicht beurteilen ({kind}: {error})</translation>
        </message>
        <message>
            <source>{reason}, as its files' place is told, and it tells no outline</source>
            <translation>{reason}, nach der genannten Lage seiner Dateien; einen Umriss nennt er nicht</translation>
        </message>
        <message>
            <source>tile {tile} of the same acquisition shows all of the chip that it shows</source>
            <translation>Kachel {tile} derselben Aufnahme zeigt alles vom Chip, was diese zeigt</translation>
        </message>
        <message>
            <source>listed more than once</source>
            <translation>mehrfach gelistet</translation>
        </message>
        <message>
            <source>offset uncertain: too few pixels to tell</source>
            <translation>Offset unsicher: zu wenige Pixel für ein Urteil</translation>
        </message>
        <message>
            <source>no offset: dark pixels at DN {darkest:.0f} show a shifted file</source>
            <translation>kein Offset: dunkle Pixel bei DN {darkest:.0f} zeigen eine verschobene Datei</translation>
        </message>
        <message>
            <source>offset applied: darkest pixels at DN {darkest:.0f} show original DN</source>
            <translation>Offset angewandt: die dunkelsten Pixel bei DN {darkest:.0f} zeigen ursprüngliche DN</translation>
        </message>
        <message>
            <source>offset uncertain: metadata contradict, darkest pixels at DN {darkest:.0f}</source>
            <translation>Offset unsicher: die Metadaten widersprechen sich, dunkelste Pixel bei DN {darkest:.0f}</translation>
        </message>
        <message>
            <source>offset uncertain</source>
            <translation>Offset unsicher</translation>
        </message>
        <message>
            <source>offset {offsets} by metadata</source>
            <translation>Offset {offsets} laut Metadaten</translation>
        </message>
        <message>
            <source>scale {scales}, offset {offsets} by metadata</source>
            <translation>Skala {scales}, Offset {offsets} laut Metadaten</translation>
        </message>
        <message>
            <source>{first} and {other}</source>
            <translation>{first} und {other}</translation>
        </message>
        <message>
            <source>lists no file of {bands}</source>
            <translation>führt keine Datei von {bands}</translation>
        </message>
        <message>
            <source>{other} of {collection} {why}: {scene} of the same acquisition is read</source>
            <translation>{other} aus {collection} {why}: Gelesen wird {scene} derselben Aufnahme</translation>
        </message>
        <message>
            <source>its tile does not reach the chip</source>
            <translation>seine Kachel reicht nicht bis zum Chip</translation>
        </message>
        <message>
            <source>its footprint does not touch the chip</source>
            <translation>sein Umriss berührt den Chip nicht</translation>
        </message>
        <message>
            <source>pixels whose centre lies in the parcel</source>
            <translation>Pixel, deren Mitte in der Parzelle liegt</translation>
        </message>
        <message>
            <source>pixels the parcel touches, as it holds no pixel centre</source>
            <translation>Pixel, die die Parzelle berührt, denn sie enthält keine Pixelmitte</translation>
        </message>
        <message>
            <source>the whole chip, as there is no outline</source>
            <translation>der ganze Chip, denn es gibt keinen Umriss</translation>
        </message>
        <message>
            <source>none, as the parcel lies outside the chip</source>
            <translation>keine, denn die Parzelle liegt außerhalb des Chips</translation>
        </message>
        <message>
            <source>{basis}; {part} of the parcel is in the chip</source>
            <translation>{basis}; {part} der Parzelle liegt im Chip</translation>
        </message>
        <message>
            <source>another scene of {day} is clearer, or as clear and earlier</source>
            <translation>eine andere Szene vom {day} ist klarer, oder gleich klar und früher</translation>
        </message>
        <message>
            <source>scale 1 and offset {stated:g} are stated of whole numbers</source>
            <translation>Skala 1 und Offset {stated:g} sind zu ganzen Zahlen genannt</translation>
        </message>
        <message>
            <source>8 bits hold no DN, and no other scale is stated</source>
            <translation>8 Bit fassen keine DN, und keine andere Skala ist genannt</translation>
        </message>
        <message>
            <source>the file tells of scale {scale:g} and offset {offset:g}</source>
            <translation>die Datei nennt Skala {scale:g} und Offset {offset:g}</translation>
        </message>
        <message>
            <source>no scale is stated of numbers up to {brightest:g}</source>
            <translation>zu Zahlen bis {brightest:g} ist keine Skala genannt</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated of numbers up to {brightest:g}</source>
            <translation>Skala {scale:g} und Offset {offset:g} sind zu Zahlen bis {brightest:g} genannt</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated, which makes reflectance {middle:.3g} of its pixels</source>
            <translation>Skala {scale:g} und Offset {offset:g} sind genannt, das macht aus den Pixeln die Reflektanz {middle:.3g}</translation>
        </message>
        <message>
            <source>{first} or {second}</source>
            <translation>{first} oder {second}</translation>
        </message>
        <message>
            <source>Default: shadow, clouds, cirrus</source>
            <translation>Vorgabe: Schatten, Wolken, Zirrus</translation>
        </message>
        <message>
            <source>CbM Chips, and the example client of JRC's CbM service</source>
            <translation>CbM Chips und der Beispielclient des CbM-Dienstes der JRC</translation>
        </message>
        <message>
            <source>Strict: only vegetation, soil and water</source>
            <translation>Streng: nur Vegetation, Boden, Wasser</translation>
        </message>
        <message>
            <source>CbM Chips</source>
            <translation>CbM Chips</translation>
        </message>
        <message>
            <source>Tolerate thin cirrus</source>
            <translation>Dünnen Zirrus dulden</translation>
        </message>
        <message>
            <source>Default and snow</source>
            <translation>Vorgabe und Schnee</translation>
        </message>
        <message>
            <source>JRC, marker chain: defective pixels count, snow is bad</source>
            <translation>JRC, Markerkette: defekte Pixel zählen mit, Schnee ist schlecht</translation>
        </message>
        <message>
            <source>JRC's signal and marker processing (github.com/ec-jrc/cbm)</source>
            <translation>Signal- und Markerverarbeitung der JRC (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>JRC, parcel viewer: cirrus counts, snow is bad</source>
            <translation>JRC, Parzellenansicht: Zirrus zählt mit, Schnee ist schlecht</translation>
        </message>
        <message>
            <source>JRC's parcel viewer of 2026 (github.com/ec-jrc/cbm)</source>
            <translation>Parzellenansicht der JRC von 2026 (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>saturated or defective</source>
            <translation>gesättigt oder defekt</translation>
        </message>
        <message>
            <source>dark area or topographic shadow</source>
            <translation>dunkle Fläche oder Geländeschatten</translation>
        </message>
        <message>
            <source>cloud shadow</source>
            <translation>Wolkenschatten</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>Vegetation</translation>
        </message>
        <message>
            <source>not vegetated</source>
            <translation>ohne Vegetation</translation>
        </message>
        <message>
            <source>water</source>
            <translation>Wasser</translation>
        </message>
        <message>
            <source>unclassified</source>
            <translation>nicht klassifiziert</translation>
        </message>
        <message>
            <source>cloud (medium probability)</source>
            <translation>Wolke (mittlere Wahrscheinlichkeit)</translation>
        </message>
        <message>
            <source>cloud (high probability)</source>
            <translation>Wolke (hohe Wahrscheinlichkeit)</translation>
        </message>
        <message>
            <source>thin cirrus</source>
            <translation>dünner Zirrus</translation>
        </message>
        <message>
            <source>snow or ice</source>
            <translation>Schnee oder Eis</translation>
        </message>
        <message>
            <source>a number of per cent</source>
            <translation>eine Zahl in Prozent</translation>
        </message>
        <message>
            <source>0 to 100</source>
            <translation>0 bis 100</translation>
        </message>
        <message>
            <source>above 0, up to 100</source>
            <translation>über 0, bis 100</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11 (0 is no data already)</source>
            <translation>SCL-Klassen 1 bis 11 (0 heißt schon: keine Daten)</translation>
        </message>
        <message>
            <source>clear by the SCL, but likely cloudy by Sen2Cor's cloud probability</source>
            <translation>nach der SCL klar, nach Sen2Cors Wolkenwahrscheinlichkeit aber wohl bewölkt</translation>
        </message>
        <message>
            <source>no clear pixel in the parcel</source>
            <translation>kein klares Pixel in der Parzelle</translation>
        </message>
        <message>
            <source>what {name} is computed of was not read</source>
            <translation>was {name} braucht, wurde nicht gelesen</translation>
        </message>
        <message>
            <source>CbM service, all pixels</source>
            <translation>CbM-Dienst, alle Pixel</translation>
        </message>
        <message>
            <source>{name} is more than {dip:g} lower than on the clear dates before and after: a mown meadow, or a cloud that was missed</source>
            <translation>{name} liegt um mehr als {dip:g} unter den klaren Terminen davor und danach: eine gemähte Wiese oder eine übersehene Wolke</translation>
        </message>
        <message>
            <source>{host} could not make this chip</source>
            <translation>{host} konnte diesen Chip nicht erzeugen</translation>
        </message>
        <message>
            <source>{error}; it is not asked any more</source>
            <translation>{error}; er wird nicht mehr gefragt</translation>
        </message>
        <message>
            <source>from {day} on it is not asked any more</source>
            <translation>ab dem {day} wird er nicht mehr gefragt</translation>
        </message>
        <message>
            <source>{host} sent something that is no picture</source>
            <translation>{host} schickte etwas, das kein Bild ist</translation>
        </message>
        <message>
            <source>the chip could not be kept: {error}</source>
            <translation>der Chip ließ sich nicht aufheben: {error}</translation>
        </message>
        <message>
            <source>{host} sent a web page in place of the chip</source>
            <translation>{host} schickte statt des Chips eine Webseite</translation>
        </message>
        <message>
            <source>{host} sent no GeoTIFF in place of the chip</source>
            <translation>{host} schickte kein GeoTIFF als Chip</translation>
        </message>
        <message>
            <source>the chip can't be read: {why}</source>
            <translation>der Chip ist nicht lesbar: {why}</translation>
        </message>
        <message>
            <source>the chip was not read</source>
            <translation>der Chip wurde nicht gelesen</translation>
        </message>
        <message numerus="yes">
            <source>{error}; it answers {count} questions in a row so and is not asked any more</source>
            <translation>
                <numerusform>{error}; {count} Anfrage beantwortet er so und wird nicht mehr gefragt</numerusform>
                <numerusform>{error}; {count} Anfragen nacheinander beantwortet er so und wird nicht mehr gefragt</numerusform>
            </translation>
        </message>
        <message>
            <source>{days}: not asked any more ({error})</source>
            <translation>{days}: nicht mehr gefragt ({error})</translation>
        </message>
        <message>
            <source>{error}: it may have no parcels of {dataset}, or know the user name in other capital and small letters</source>
            <translation>{error}: vielleicht hat er keine Parzellen von {dataset}, oder kennt den Benutzernamen in anderer Groß- und Kleinschreibung</translation>
        </message>
        <message>
            <source>{error}: it may know the user name in other capital and small letters</source>
            <translation>{error}: vielleicht kennt er den Benutzernamen in anderer Groß- und Kleinschreibung</translation>
        </message>
        <message>
            <source>{server} does not tell its areas: type area and year</source>
            <translation>{server} nennt seine Gebiete nicht: geben Sie Gebiet und Jahr ein</translation>
        </message>
        <message>
            <source>{server} answered with odd parcels of {dataset}: {why}</source>
            <translation>{server} antwortete mit seltsamen Parzellen von {dataset}: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels left out: {why}</source>
            <translation>
                <numerusform>{count} Parzelle ausgelassen: {why}</numerusform>
                <numerusform>{count} Parzellen ausgelassen: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels only the first {most} are looked at</source>
            <translation>
                <numerusform>von {count} Parzelle werden nur die ersten {most} angesehen</numerusform>
                <numerusform>von {count} Parzellen werden nur die ersten {most} angesehen</numerusform>
            </translation>
        </message>
        <message>
            <source>a parcel without an id</source>
            <translation>eine Parzelle ohne Kennung</translation>
        </message>
        <message>
            <source>outline not usable: {why}</source>
            <translation>Umriss nicht brauchbar: {why}</translation>
        </message>
        <message>
            <source>parcel {pid} is nowhere: neither outline nor centre make sense</source>
            <translation>Parzelle {pid} liegt nirgends: weder Umriss noch Mittelpunkt ergeben Sinn</translation>
        </message>
        <message>
            <source>{server} answered with odd neighbours</source>
            <translation>{server} antwortete mit unsinnigen Nachbarn</translation>
        </message>
        <message>
            <source>{server} answered with an odd series: {why}</source>
            <translation>{server} antwortete mit einer seltsamen Reihe: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows left out: {why}</source>
            <translation>
                <numerusform>{count} Zeile ausgelassen: {why}</numerusform>
                <numerusform>{count} Zeilen ausgelassen: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} observations of the same second, with fewer pixels, are left out</source>
            <translation>
                <numerusform>{count} Beobachtung derselben Sekunde mit weniger Pixeln ist ausgelassen</numerusform>
                <numerusform>{count} Beobachtungen derselben Sekunde mit weniger Pixeln sind ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>a number that is none</source>
            <translation>eine Zahl, die keine ist</translation>
        </message>
        <message>
            <source>a batch needs names of products</source>
            <translation>ein Stapel braucht Namen von Produkten</translation>
        </message>
        <message>
            <source>{host} answered without a page of chips</source>
            <translation>{host} antwortete ohne Seite von Chips</translation>
        </message>
        <message>
            <source>{host} made no page: too many chips, or it failed</source>
            <translation>{host} erzeugte keine Seite: zu viele Chips, oder er versagte</translation>
        </message>
        <message numerus="yes">
            <source>{count} names were not understood</source>
            <translation>
                <numerusform>{count} Name wurde nicht verstanden</numerusform>
                <numerusform>{count} Namen wurden nicht verstanden</numerusform>
            </translation>
        </message>
        <message>
            <source>{band} is cut by the server: there is no file to open directly</source>
            <translation>{band} schneidet der Server aus: es gibt keine Datei, die sich direkt öffnen ließe</translation>
        </message>
        <message>
            <source>the service's largest chip does not cover all of it: its corners stay empty</source>
            <translation>der größte Chip des Dienstes deckt ihn nicht ganz ab: die Ecken bleiben leer</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: of another level, day or place, or with an odd name</source>
            <translation>
                <numerusform>{count} Eintrag ausgelassen: von anderem Level, Tag oder Ort, oder mit seltsamem Namen</numerusform>
                <numerusform>{count} Einträge ausgelassen: von anderem Level, Tag oder Ort, oder mit seltsamem Namen</numerusform>
            </translation>
        </message>
        <message>
            <source>the service does not offer {bands}</source>
            <translation>der Dienst bietet {bands} nicht an</translation>
        </message>
        <message>
            <source>the service does not tell clouds of whole scenes: no scene was left out for them</source>
            <translation>der Dienst nennt keine Bewölkung ganzer Szenen: keine Szene wurde deswegen ausgelassen</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source: {error}</source>
            <translation>das ist keine Antwort einer CbM-Quelle: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source</source>
            <translation>das ist keine Antwort einer CbM-Quelle</translation>
        </message>
        <message>
            <source>nowhere</source>
            <translation>nirgends</translation>
        </message>
        <message>
            <source>{host} refers to a file on {there}</source>
            <translation>{host} verweist auf eine Datei auf {there}</translation>
        </message>
        <message>
            <source>{host} gave a path that is none: {text}</source>
            <translation>{host} nannte einen Pfad, der keiner ist: {text}</translation>
        </message>
        <message>
            <source>{host} gave a path with odd signs in it: {text}</source>
            <translation>{host} nannte einen Pfad mit seltsamen Zeichen: {text}</translation>
        </message>
        <message>
            <source>cbm+https://HOST/PREFIX, the address of a CbM server</source>
            <translation>cbm+https://HOST/PREFIX, die Adresse eines CbM-Servers</translation>
        </message>
        <message>
            <source>a time that is none</source>
            <translation>eine Zeit, die keine ist</translation>
        </message>
        <message>
            <source>class counts that are none</source>
            <translation>Klassenzahlen, die keine sind</translation>
        </message>
        <message>
            <source>the server gave none</source>
            <translation>der Server gab keinen</translation>
        </message>
        <message>
            <source>it is no GeoJSON</source>
            <translation>es ist kein GeoJSON</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>er ist leer</translation>
        </message>
        <message>
            <source>its coordinates are no degrees, and their CRS is unknown</source>
            <translation>seine Koordinaten sind keine Grad, und ihr KBS ist unbekannt</translation>
        </message>
        <message>
            <source>its coordinates are nowhere on the globe</source>
            <translation>seine Koordinaten liegen nirgends auf der Erde</translation>
        </message>
        <message>
            <source>it is a {kind}</source>
            <translation>es ist ein {kind}</translation>
        </message>
        <message>
            <source>it has a ring of less than three corners</source>
            <translation>er hat einen Ring mit weniger als drei Ecken</translation>
        </message>
        <message>
            <source>it has more than {most} corners</source>
            <translation>er hat mehr als {most} Ecken</translation>
        </message>
        <message>
            <source>{host} answered {status}</source>
            <translation>{host} antwortete {status}</translation>
        </message>
        <message>
            <source>the file is far too large</source>
            <translation>die Datei ist viel zu groß</translation>
        </message>
        <message>
            <source>{host} sends us to {there}, where no login is sent: if that is right, give it as the server's address</source>
            <translation>{host} schickt uns zu {there}, wohin keine Anmeldung gesendet wird: wenn das stimmt, geben Sie das als Adresse des Servers an</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>keine rechtzeitige Antwort</translation>
        </message>
        <message>
            <source>{host} has a certificate that is not trusted</source>
            <translation>{host} hat ein Zertifikat, dem nicht vertraut wird</translation>
        </message>
        <message>
            <source>{host} can't be reached, or broke off ({kind})</source>
            <translation>{host} ist nicht erreichbar oder brach ab ({kind})</translation>
        </message>
        <message>
            <source>{host} can't be asked: it refers to an address that makes no sense</source>
            <translation>{host} lässt sich nicht fragen: er verweist auf eine unsinnige Adresse</translation>
        </message>
        <message>
            <source>degrees from {low:g} to {high:g}</source>
            <translation>Grad von {low:g} bis {high:g}</translation>
        </message>
        <message>
            <source>two percentiles such as 5_95, low below high, or six values L1_H1_L2_H2_L3_H3</source>
            <translation>zwei Perzentile wie 5_95, unten kleiner als oben, oder sechs Werte L1_H1_L2_H2_L3_H3</translation>
        </message>
        <message>
            <source>the area's code, letters and digits, such as ms</source>
            <translation>der Code des Gebiets, Buchstaben und Ziffern, wie ms</translation>
        </message>
        <message>
            <source>four digits, such as 2020</source>
            <translation>vier Ziffern, wie 2020</translation>
        </message>
        <message>
            <source>nothing, or letters and digits, such as b</source>
            <translation>nichts, oder Buchstaben und Ziffern, wie b</translation>
        </message>
        <message>
            <source>an id of at most 64 letters, digits and _.:/-</source>
            <translation>eine Kennung aus höchstens 64 Buchstaben, Ziffern und _.:/-</translation>
        </message>
        <message>
            <source>not waited for</source>
            <translation>nicht abgewartet</translation>
        </message>
        <message>
            <source>{host} answered with something else than an object</source>
            <translation>{host} antwortete mit etwas anderem als einem Objekt</translation>
        </message>
        <message>
            <source>{host} refused: {text}</source>
            <translation>{host} lehnte ab: {text}</translation>
        </message>
        <message>
            <source>{host}: this login has no right to this area</source>
            <translation>{host}: diese Anmeldung hat kein Recht auf dieses Gebiet</translation>
        </message>
        <message>
            <source>{host} refused access (403)</source>
            <translation>{host} verweigerte den Zugriff (403)</translation>
        </message>
        <message>
            <source>{host} has no such service (404): is the address complete?</source>
            <translation>{host} hat keinen solchen Dienst (404): ist die Adresse vollständig?</translation>
        </message>
        <message>
            <source>{host} has no such service (405): is the address complete?</source>
            <translation>{host} hat keinen solchen Dienst (405): ist die Adresse vollständig?</translation>
        </message>
        <message>
            <source>the proxy needs a login (see QGIS's network options)</source>
            <translation>der Proxy verlangt eine Anmeldung (siehe die Netzwerkoptionen von QGIS)</translation>
        </message>
        <message>
            <source>{host} refused the login: wrong user name or password, or none</source>
            <translation>{host} wies die Anmeldung ab: Benutzername oder Passwort falsch, oder keines</translation>
        </message>
        <message>
            <source>{host} failed ({status})</source>
            <translation>{host} versagte ({status})</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>eine Webseite</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again later</source>
            <translation>{host} ist ausgelastet ({status}): versuchen Sie es später noch einmal</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again in {time}</source>
            <translation>{host} ist ausgelastet ({status}): ein neuer Versuch lohnt frühestens nach dieser Zeit: {time}</translation>
        </message>
        <message>
            <source>{host} made nothing: too many chips at once, or it failed</source>
            <translation>{host} erzeugte nichts: zu viele Chips auf einmal, oder er versagte</translation>
        </message>
        <message>
            <source>{host} answered without a list of chips</source>
            <translation>{host} antwortete ohne Liste von Chips</translation>
        </message>
        <message>
            <source>{host} could not carry out the question: are all its parts right?</source>
            <translation>{host} konnte die Anfrage nicht ausführen: stimmen alle ihre Teile?</translation>
        </message>
        <message>
            <source>{host} answered with a table whose columns don't fit together</source>
            <translation>{host} antwortete mit einer Tabelle, deren Spalten nicht zusammenpassen</translation>
        </message>
        <message numerus="yes">
            <source>no answer within {count} seconds</source>
            <translation>
                <numerusform>keine Antwort innerhalb {count} Sekunde</numerusform>
                <numerusform>keine Antwort innerhalb von {count} Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <source>the list can't be read: {error}</source>
            <translation>die Liste ist nicht lesbar: {error}</translation>
        </message>
        <message>
            <source>the list has no columns dates and chips</source>
            <translation>die Liste hat keine Spalten dates und chips</translation>
        </message>
        <message>
            <source>listed twice</source>
            <translation>doppelt aufgeführt</translation>
        </message>
        <message>
            <source>the row names no GeoTIFF</source>
            <translation>die Zeile nennt kein GeoTIFF</translation>
        </message>
        <message>
            <source>the list of {band} names a file of another band</source>
            <translation>die Liste von {band} nennt eine Datei eines anderen Bandes</translation>
        </message>
        <message>
            <source>the row has no date as YYYYMMDDTHHMMSS</source>
            <translation>die Zeile hat kein Datum der Form YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>the folder of one parcel, with its {images}</source>
            <translation>der Ordner einer Parzelle mit {images} darin</translation>
        </message>
        <message>
            <source>the file lies outside the folder</source>
            <translation>die Datei liegt außerhalb des Ordners</translation>
        </message>
        <message>
            <source>the file is not in the folder</source>
            <translation>die Datei ist nicht im Ordner</translation>
        </message>
        <message>
            <source>the file can't be read: {error}</source>
            <translation>die Datei ist nicht lesbar: {error}</translation>
        </message>
        <message>
            <source>the file is no GeoTIFF</source>
            <translation>die Datei ist kein GeoTIFF</translation>
        </message>
        <message>
            <source>a folder with chips that have a date</source>
            <translation>ein Ordner mit Chips, die ein Datum haben</translation>
        </message>
        <message>
            <source>{file} tells of no parcel: {error}</source>
            <translation>{file} nennt keine Parzelle: {error}</translation>
        </message>
        <message>
            <source>a folder that tells where its parcel is</source>
            <translation>ein Ordner, der sagt, wo seine Parzelle liegt</translation>
        </message>
        <message>
            <source>it is no table</source>
            <translation>es ist keine Tabelle</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates of the folder are of other days</source>
            <translation>
                <numerusform>{count} Termin des Ordners liegt an anderen Tagen</numerusform>
                <numerusform>{count} Termine des Ordners liegen an anderen Tagen</numerusform>
            </translation>
        </message>
        <message>
            <source>bands that are none of Sentinel-2's: {bands}</source>
            <translation>Bänder, die nicht von Sentinel-2 sind: {bands}</translation>
        </message>
        <message>
            <source>this is no answer of a folder: {error}</source>
            <translation>das ist keine Antwort eines Ordners: {error}</translation>
        </message>
        <message>
            <source>the proxy</source>
            <translation>der Proxy</translation>
        </message>
        <message>
            <source>{who} can't be reached: {error}</source>
            <translation>{who} ist nicht erreichbar: {error}</translation>
        </message>
        <message>
            <source>this address</source>
            <translation>diese Adresse</translation>
        </message>
        <message>
            <source>{what} can't be asked ({kind})</source>
            <translation>{what} lässt sich nicht fragen ({kind})</translation>
        </message>
        <message>
            <source>the search was given up</source>
            <translation>die Suche wurde aufgegeben</translation>
        </message>
        <message>
            <source>the search of {host} took longer than {limit_s:.0f} s</source>
            <translation>die Suche bei {host} dauerte länger als {limit_s:.0f} s</translation>
        </message>
        <message>
            <source>{host} did not answer within {limit_s:g} s</source>
            <translation>{host} antwortete nicht innerhalb von {limit_s:g} s</translation>
        </message>
        <message>
            <source>{here} sends our search to {there}: if that is right, give its address</source>
            <translation>{here} schickt unsere Suche zu {there}: wenn das stimmt, geben Sie dessen Adresse an</translation>
        </message>
        <message>
            <source>{host} answered with a web page, not with JSON: is it a proxy or login page?</source>
            <translation>{host} antwortete mit einer Webseite, nicht mit JSON: ist es eine Proxy- oder Anmeldeseite?</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>{host} answered with something that is no JSON: {said}</source>
            <translation>{host} antwortete mit etwas, das kein JSON ist: {said}</translation>
        </message>
        <message>
            <source>the answer is larger than {most} MB: it can't be meant</source>
            <translation>die Antwort ist größer als {most} MB: das kann nicht gemeint sein</translation>
        </message>
        <message>
            <source>the answer did not come in time</source>
            <translation>die Antwort kam nicht rechtzeitig</translation>
        </message>
        <message>
            <source>the answer broke off</source>
            <translation>die Antwort brach ab</translation>
        </message>
        <message>
            <source>the answer is encoded in a way not asked for: {encodings}</source>
            <translation>die Antwort ist auf eine nicht erbetene Art kodiert: {encodings}</translation>
        </message>
        <message>
            <source>a deep nest</source>
            <translation>tief Verschachteltes</translation>
        </message>
        <message>
            <source>{host} answered {status} and asks to wait {time}</source>
            <translation>{host} antwortete {status} und bittet, {time} zu warten</translation>
        </message>
        <message>
            <source>it names no host</source>
            <translation>sie nennt keinen Rechner</translation>
        </message>
        <message>
            <source>{known}, the URL or existing path of a STAC API or catalogue, or a CbM server's {prefix}https://...</source>
            <translation>{known}, die URL oder der vorhandene Pfad einer STAC-API oder eines Katalogs, oder ein CbM-Server als {prefix}https://...</translation>
        </message>
        <message numerus="yes">
            <source>only {count} entries came before the search broke off: {trouble}</source>
            <translation>
                <numerusform>nur {count} Eintrag kam, bevor die Suche abbrach: {trouble}</numerusform>
                <numerusform>nur {count} Einträge kamen, bevor die Suche abbrach: {trouble}</numerusform>
            </translation>
        </message>
        <message>
            <source>the server repeated a page; the search ended there</source>
            <translation>der Server wiederholte eine Seite; dort endete die Suche</translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages, {listed} entries, were asked for</source>
            <translation>
                <numerusform>nur die erste Seite, {listed} Einträge, wurde angefragt ({count})</numerusform>
                <numerusform>nur die ersten {count} Seiten, {listed} Einträge, wurden angefragt</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} gives no sound address for its search</source>
            <translation>{host} nennt keine brauchbare Adresse für seine Suche</translation>
        </message>
        <message>
            <source>{refusal}; the catalogue calls its search {address}</source>
            <translation>{refusal}; der Katalog nennt seine Suche {address}</translation>
        </message>
        <message>
            <source>{source} has no Sentinel-2 collection of {level}; it has {names}</source>
            <translation>{source} hat keine Sentinel-2-Sammlung von {level}; er hat {names}</translation>
        </message>
        <message>
            <source>{source} has no collection {missing}; it has {names}</source>
            <translation>{source} hat keine Sammlung {missing}; er hat {names}</translation>
        </message>
        <message>
            <source>there is no collection {name}</source>
            <translation>es gibt keine Sammlung {name}</translation>
        </message>
        <message>
            <source>{names} and {more} more</source>
            <translation>{names} und {more} weitere</translation>
        </message>
        <message>
            <source>{address} is not opened: what a catalogue on the web lists has to be on the web (http, https or s3)</source>
            <translation>{address} wird nicht geöffnet: was ein Katalog im Web nennt, muss im Web liegen (http, https oder s3)</translation>
        </message>
        <message>
            <source>{address}: no way is known to open such an address</source>
            <translation>{address}: eine solche Adresse lässt sich nicht öffnen</translation>
        </message>
        <message>
            <source>{address} is no address of a file: {why}</source>
            <translation>{address} ist keine Adresse einer Datei: {why}</translation>
        </message>
        <message>
            <source>{address} is no address: {error}</source>
            <translation>{address} ist keine Adresse: {error}</translation>
        </message>
        <message>
            <source>it names no bucket</source>
            <translation>sie nennt keinen Bucket</translation>
        </message>
        <message>
            <source>it names no file of the bucket</source>
            <translation>sie nennt keine Datei des Buckets</translation>
        </message>
        <message>
            <source>it is a way of GDAL</source>
            <translation>sie ist ein Weg von GDAL</translation>
        </message>
        <message>
            <source>it is a pipe or a device</source>
            <translation>sie ist eine Pipe oder ein Gerät</translation>
        </message>
        <message>
            <source>{source} has no address</source>
            <translation>{source} hat keine Adresse</translation>
        </message>
        <message>
            <source>{address} is no STAC catalogue: {text}</source>
            <translation>{address} ist kein STAC-Katalog: {text}</translation>
        </message>
        <message>
            <source>{address} is nothing of STAC: it holds no object</source>
            <translation>{address} ist nichts von STAC: es enthält kein Objekt</translation>
        </message>
        <message>
            <source>its outline has too many points, its box stands in</source>
            <translation>sein Umriss hat zu viele Punkte, sein Rechteck steht dafür</translation>
        </message>
        <message>
            <source>can't be understood ({kind}); the log has the details</source>
            <translation>nicht zu verstehen ({kind}); Näheres steht im Protokoll</translation>
        </message>
        <message>
            <source>no STAC items</source>
            <translation>keine STAC-Items</translation>
        </message>
        <message>
            <source>has none of the bands {bands}</source>
            <translation>hat keinen der Kanäle {bands}</translation>
        </message>
        <message>
            <source>not Sentinel-2 of {level}</source>
            <translation>nicht Sentinel-2 mit {level}</translation>
        </message>
        <message>
            <source>acquired outside the period</source>
            <translation>außerhalb des Zeitraums aufgenommen</translation>
        </message>
        <message>
            <source>cloudier than asked for</source>
            <translation>stärker bewölkt als gewünscht</translation>
        </message>
        <message>
            <source>its outline tells latitude before longitude, and was turned round</source>
            <translation>sein Umriss nennt die Breite vor der Länge und wurde umgedreht</translation>
        </message>
        <message>
            <source>does not tell its level; {level} assumed</source>
            <translation>nennt sein Level nicht; {level} angenommen</translation>
        </message>
        <message numerus="yes">
            <source>has {count} files more than are looked at</source>
            <translation>
                <numerusform>hat {count} Datei mehr, als angesehen werden</numerusform>
                <numerusform>hat {count} Dateien mehr, als angesehen werden</numerusform>
            </translation>
        </message>
        <message>
            <source>is kept as Zarr, which is not read here; GeoTIFF or JPEG 2000 is needed</source>
            <translation>liegt als Zarr vor, das hier nicht gelesen wird; nötig ist GeoTIFF oder JPEG 2000</translation>
        </message>
        <message>
            <source>has no file of a band as GeoTIFF or JPEG 2000</source>
            <translation>hat von keinem Kanal eine Datei als GeoTIFF oder JPEG 2000</translation>
        </message>
        <message>
            <source>does not tell when it was acquired</source>
            <translation>nennt den Zeitpunkt der Aufnahme nicht</translation>
        </message>
        <message>
            <source>scale {scale:g} is stated, which gives no reflectance</source>
            <translation>Skala {scale:g} ist genannt, die keine Reflektanz ergibt</translation>
        </message>
        <message>
            <source>offset {offset:g} is stated, which gives no reflectance</source>
            <translation>Offset {offset:g} ist genannt, der keine Reflektanz ergibt</translation>
        </message>
        <message>
            <source>{name} {value!r} is stated, which is no number</source>
            <translation>{name} {value!r} ist genannt, das ist keine Zahl</translation>
        </message>
        <message>
            <source>two values of {name} are stated: {words}</source>
            <translation>zwei Werte von {name} sind genannt: {words}</translation>
        </message>
        <message>
            <source>STAC catalogues need the package pystac-client</source>
            <translation>STAC-Kataloge brauchen das Paket pystac-client</translation>
        </message>
        <message>
            <source>{host} answered without a list of items: {text}</source>
            <translation>{host} antwortete ohne Liste von Items: {text}</translation>
        </message>
        <message>
            <source>the server's link to the next page is broken; the search ended there</source>
            <translation>der Link des Servers zur nächsten Seite ist kaputt; dort endete die Suche</translation>
        </message>
        <message>
            <source>the server's link to the next page leads elsewhere; its own search was asked</source>
            <translation>der Link des Servers zur nächsten Seite führt woandershin; gefragt wurde seine eigene Suche</translation>
        </message>
        <message>
            <source>{source} is not used for {level}: {why}; it has {offered}</source>
            <translation>{source} wird für {level} nicht verwendet: {why}; er hat {offered}</translation>
        </message>
        <message>
            <source>Earth Search</source>
            <translation>Earth Search</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone.</source>
            <translation>GeoTIFF, allen zugänglich.</translation>
        </message>
        <message>
            <source>its LEVEL1C files lie in a requester-pays bucket of AWS, which only holders of an AWS account can read, at their own cost</source>
            <translation>seine LEVEL1C-Dateien liegen in einem Requester-Pays-Bucket von AWS, den nur Inhaber eines AWS-Kontos lesen können, auf eigene Kosten</translation>
        </message>
        <message>
            <source>Planetary Computer</source>
            <translation>Planetary Computer</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone through short-lived signatures, made as needed. Older dates were processed by another baseline than newer ones.</source>
            <translation>GeoTIFF, allen zugänglich durch kurzlebige Signaturen, die bei Bedarf geholt werden. Ältere Termine wurden mit einer anderen Baseline verarbeitet als neuere.</translation>
        </message>
        <message>
            <source>it has no LEVEL1C</source>
            <translation>er hat kein LEVEL1C</translation>
        </message>
        <message>
            <source>Copernicus Data Space</source>
            <translation>Copernicus Data Space</translation>
        </message>
        <message>
            <source>JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) made in one's account there.</source>
            <translation>JPEG 2000, das langsam gelesen wird; verlangt S3-Schlüssel (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), die man dort im eigenen Konto anlegt.</translation>
        </message>
        <message>
            <source>Built-in sample</source>
            <translation>Eingebautes Beispiel</translation>
        </message>
        <message>
            <source>A small made archive on this computer, to try things out without a network.</source>
            <translation>Ein kleines künstliches Archiv auf diesem Rechner, zum Ausprobieren ohne Netz.</translation>
        </message>
        <message>
            <source>5 x 5 km of fields in Flevoland, the Netherlands, through 2022</source>
            <translation>5 x 5 km Felder in Flevoland, Niederlande, das Jahr 2022 hindurch</translation>
        </message>
        <message>
            <source>{bucket} at {host} needs S3 keys of one's own: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY</source>
            <translation>{bucket} bei {host} verlangt eigene S3-Schlüssel: AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY</translation>
        </message>
        <message>
            <source>{bucket} is a requester-pays bucket of AWS: reading it needs keys of an AWS account, which pays for the transfer</source>
            <translation>{bucket} ist ein Requester-Pays-Bucket von AWS: zum Lesen braucht es Schlüssel eines AWS-Kontos, das die Übertragung zahlt</translation>
        </message>
        <message>
            <source>no signature was given for the files of {account}/{name}</source>
            <translation>für die Dateien von {account}/{name} wurde keine Signatur gegeben</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: {why}</source>
            <translation>
                <numerusform>{count} Eintrag ausgelassen: {why}</numerusform>
                <numerusform>{count} Einträge ausgelassen: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>some files are JPEG 2000, which is read slowly</source>
            <translation>einige Dateien sind JPEG 2000, das langsam gelesen wird</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: nested too deeply</source>
            <translation>
                <numerusform>{count} Eintrag ausgelassen: zu tief verschachtelt</numerusform>
                <numerusform>{count} Einträge ausgelassen: zu tief verschachtelt</numerusform>
            </translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: {error}</source>
            <translation>das ist keine Antwort einer STAC-Quelle: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: it has no list of items</source>
            <translation>das ist keine Antwort einer STAC-Quelle: sie hat keine Liste von Items</translation>
        </message>
        <message>
            <source>{path} can't be read: it is no file</source>
            <translation>{path} ist nicht lesbar: es ist keine Datei</translation>
        </message>
        <message>
            <source>{path} is larger than {most} MB</source>
            <translation>{path} ist größer als {most} MB</translation>
        </message>
        <message>
            <source>{path} can't be read: {error}</source>
            <translation>{path} ist nicht lesbar: {error}</translation>
        </message>
        <message>
            <source>{path} is no JSON: {text}</source>
            <translation>{path} ist kein JSON: {text}</translation>
        </message>
        <message>
            <source>{path} has none of {names}</source>
            <translation>{path} hat nichts davon: {names}</translation>
        </message>
        <message numerus="yes">
            <source>{count} documents of the catalogue can't be read, such as: {failure}</source>
            <translation>
                <numerusform>{count} Dokument des Katalogs ist nicht lesbar: {failure}</numerusform>
                <numerusform>{count} Dokumente des Katalogs sind nicht lesbar, etwa: {failure}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages of a list of items were read</source>
            <translation>
                <numerusform>nur {count} Seite einer Liste von Einträgen wurde gelesen</numerusform>
                <numerusform>nur die ersten {count} Seiten einer Liste von Einträgen wurden gelesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} documents of the catalogue were read</source>
            <translation>
                <numerusform>nur {count} Dokument des Katalogs wurde gelesen</numerusform>
                <numerusform>nur die ersten {count} Dokumente des Katalogs wurden gelesen</numerusform>
            </translation>
        </message>
        <message>
            <source>{path} is too large to be read</source>
            <translation>{path} ist zu groß zum Lesen</translation>
        </message>
        <message>
            <source>{path} is no text with separators</source>
            <translation>{path} ist kein Text mit Trennzeichen</translation>
        </message>
        <message>
            <source>{place}: pictures without georeference, painted by the server, {metres} m across. Bands {bands}, stretch {lut}.</source>
            <translation>{place}: Bilder ohne Georeferenz, vom Server gezeichnet, {metres} m breit. Kanäle {bands}, Streckung {lut}.</translation>
        </message>
        <message>
            <source>Chip sheet</source>
            <translation>Chip-Blatt</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Bild speichern…</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Bild kopieren</translation>
        </message>
        <message>
            <source>The server has no picture here for these days.</source>
            <translation>Der Server hat hier für diese Tage kein Bild.</translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures, the oldest first.</source>
            <translation>
                <numerusform>{count} Bild.</numerusform>
                <numerusform>{count} Bilder, die ältesten zuerst.</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation>Bilder ({0})</translation>
        </message>
        <message>
            <source>Pictures of the server</source>
            <translation>Bilder des Servers</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Asking {source} …</source>
            <translation>{source} wird gefragt …</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Chip sheet from the server …</source>
            <translation>Chip-Blatt vom Server …</translation>
        </message>
        <message>
            <source>Time series from the server …</source>
            <translation>Zeitreihe vom Server …</translation>
        </message>
        <message>
            <source>Pick a place or a parcel first.</source>
            <translation>Wählen Sie erst einen Ort oder eine Parzelle.</translation>
        </message>
        <message>
            <source>Pick a parcel of the server first, or give its id.</source>
            <translation>Wählen Sie erst eine Parzelle des Servers, oder geben Sie ihre Kennung an.</translation>
        </message>
        <message>
            <source>Several parcels lie here</source>
            <translation>Hier liegen mehrere Parzellen</translation>
        </message>
        <message>
            <source>Stopped looking for the parcel.</source>
            <translation>Die Suche nach der Parzelle wurde abgebrochen.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel where you clicked.</source>
            <translation>„{dataset}“ hat keine Parzelle, wo Sie geklickt haben.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel {id}.</source>
            <translation>„{dataset}“ hat keine Parzelle {id}.</translation>
        </message>
        <message>
            <source>No parcel from {source}: {problem}</source>
            <translation>Keine Parzelle von {source}: {problem}</translation>
        </message>
        <message>
            <source>Area of the server's parcels; empty: layers of the map</source>
            <translation>Gebiet der Parzellen des Servers; leer: Layer der Karte</translation>
        </message>
        <message>
            <source>Year of the server's parcels</source>
            <translation>Jahr der Parzellen des Servers</translation>
        </message>
        <message>
            <source>Type of the server's parcels; mostly empty</source>
            <translation>Typ der Parzellen des Servers; meist leer</translation>
        </message>
        <message>
            <source>Ask the server what it offers</source>
            <translation>Den Server fragen, was er anbietet</translation>
        </message>
        <message>
            <source>Id of a parcel</source>
            <translation>Kennung einer Parzelle</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Show the parcel with this id (Enter)</source>
            <translation>Die Parzelle mit dieser Kennung zeigen (Eingabe)</translation>
        </message>
        <message>
            <source>What the server offers is not known ({reason}). Area and year can be typed.</source>
            <translation>Was der Server anbietet, ist nicht bekannt ({reason}). Gebiet und Jahr lassen sich eintippen.</translation>
        </message>
        <message>
            <source>Parcel id, such as {id}</source>
            <translation>Parzellenkennung, etwa {id}</translation>
        </message>
        <message>
            <source>No series from the server: {problem}</source>
            <translation>Keine Zeitreihe vom Server: {problem}</translation>
        </message>
        <message>
            <source>The server has no such series of this parcel.</source>
            <translation>Der Server hat von dieser Parzelle keine solche Reihe.</translation>
        </message>
        <message>
            <source>Pixels of class {code}</source>
            <translation>Pixel der Klasse {code}</translation>
        </message>
        <message>
            <source>Date (UTC)</source>
            <translation>Termin (UTC)</translation>
        </message>
        <message>
            <source>Pixels per class</source>
            <translation>Pixel je Klasse</translation>
        </message>
        <message>
            <source>Pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>Standardabweichung</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>Minimum</translation>
        </message>
        <message>
            <source>25th percentile</source>
            <translation>25. Perzentil</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>75th percentile</source>
            <translation>75. Perzentil</translation>
        </message>
        <message>
            <source>Maximum</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <source>Time series of {parcel}</source>
            <translation>Zeitreihe von {parcel}</translation>
        </message>
        <message>
            <source>All dates of the server</source>
            <translation>Alle Termine des Servers</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Als CSV speichern…</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>Alle Spalten</translation>
        </message>
        <message>
            <source>{count} of the server's {total} dates.</source>
            <translation>{count} von {total} Terminen des Servers.</translation>
        </message>
        <message>
            <source>Tables ({0})</source>
            <translation>Tabellen ({0})</translation>
        </message>
        <message>
            <source>Kind of time series</source>
            <translation>Art der Zeitreihe</translation>
        </message>
        <message>
            <source>Sentinel-2 bands (s2)</source>
            <translation>Sentinel-2-Kanäle (s2)</translation>
        </message>
        <message>
            <source>Sentinel-1 backscatter (bs)</source>
            <translation>Sentinel-1-Rückstreuung (bs)</translation>
        </message>
        <message>
            <source>Sentinel-1 coherence (c6)</source>
            <translation>Sentinel-1-Kohärenz (c6)</translation>
        </message>
        <message>
            <source>Scene classification (scl)</source>
            <translation>Szenenklassifikation (scl)</translation>
        </message>
        <message>
            <source>Statistic</source>
            <translation>Statistik</translation>
        </message>
        <message>
            <source>How the change spreads</source>
            <translation>Wie sich die Änderung verteilt</translation>
        </message>
        <message>
            <source>CbM Chips: difference</source>
            <translation>CbM Chips: Differenz</translation>
        </message>
        <message>
            <source>CbM Chips: layers of {place}</source>
            <translation>CbM Chips: Layer von {place}</translation>
        </message>
        <message>
            <source>Written, but QGIS can't open: {names}</source>
            <translation>Geschrieben, aber QGIS kann sie nicht öffnen: {names}</translation>
        </message>
        <message>
            <source>Mark as the first date</source>
            <translation>Als ersten Termin markieren</translation>
        </message>
        <message>
            <source>Mark as the second date</source>
            <translation>Als zweiten Termin markieren</translation>
        </message>
        <message>
            <source>Compare both dates</source>
            <translation>Beide Termine vergleichen</translation>
        </message>
        <message>
            <source>Load the difference as a layer</source>
            <translation>Die Differenz als Layer laden</translation>
        </message>
        <message>
            <source>Compare two dates</source>
            <translation>Zwei Termine vergleichen</translation>
        </message>
        <message>
            <source>Writing layers …</source>
            <translation>Layer werden geschrieben …</translation>
        </message>
        <message>
            <source>Layer on top: {shown}.</source>
            <translation>Oberster Layer: {shown}.</translation>
        </message>
        <message>
            <source>Load the difference as a layer (D)</source>
            <translation>Die Differenz als Layer laden (D)</translation>
        </message>
        <message>
            <source>Whole chips (0)</source>
            <translation>Ganze Chips (0)</translation>
        </message>
        <message>
            <source>Back to all dates (Esc)</source>
            <translation>Zurück zu allen Terminen (Esc)</translation>
        </message>
        <message>
            <source>Comparison, {dates}</source>
            <translation>Vergleich, {dates}</translation>
        </message>
        <message>
            <source>no data, or clouds</source>
            <translation>keine Daten, oder Wolken</translation>
        </message>
        <message>
            <source>change {value}</source>
            <translation>Änderung {value}</translation>
        </message>
        <message>
            <source>Index of the difference</source>
            <translation>Index der Differenz</translation>
        </message>
        <message>
            <source>{bands} was not read</source>
            <translation>{bands} wurde nicht gelesen</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <source>Both dates side by side</source>
            <translation>Beide Termine nebeneinander</translation>
        </message>
        <message>
            <source>Flicker</source>
            <translation>Wechsel</translation>
        </message>
        <message>
            <source>Both dates in turn, at the same place</source>
            <translation>Beide Termine im Wechsel, an derselben Stelle</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <source>An index of the second date minus that of the first</source>
            <translation>Ein Index des zweiten Termins minus der des ersten</translation>
        </message>
        <message>
            <source>Swipe between both dates on the map</source>
            <translation>Beide Termine auf der Karte gegeneinander schieben</translation>
        </message>
        <message>
            <source>Drag the line, or move it with ← and →; Esc ends the swipe.</source>
            <translation>Ziehen Sie die Linie, oder bewegen Sie sie mit ← und →; Esc beendet das Schieben.</translation>
        </message>
        <message>
            <source>Mark a first and a second date first: keys Q and W, or the menu of a date.</source>
            <translation>Markieren Sie zuerst einen ersten und einen zweiten Termin: Tasten Q und W, oder das Menü eines Termins.</translation>
        </message>
        <message>
            <source>First date of the comparison: {date}.</source>
            <translation>Erster Termin des Vergleichs: {date}.</translation>
        </message>
        <message>
            <source>Second date of the comparison: {date}.</source>
            <translation>Zweiter Termin des Vergleichs: {date}.</translation>
        </message>
        <message>
            <source>{date} can't be compared: {why}.</source>
            <translation>{date} lässt sich nicht vergleichen: {why}.</translation>
        </message>
        <message>
            <source>No pixel is clear on both dates: there is nothing to compare.</source>
            <translation>Kein Pixel ist an beiden Terminen klar: es gibt nichts zu vergleichen.</translation>
        </message>
        <message>
            <source>{index}: mean change {mean}.</source>
            <translation>{index}: mittlere Änderung {mean}.</translation>
        </message>
        <message>
            <source>{down} fell by more than {threshold}, {up} rose by more.</source>
            <translation>{down} fielen um mehr als {threshold}, {up} stiegen um mehr.</translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the parcel.</source>
            <translation>
                <numerusform>{known} von {count} Pixel der Parzelle.</numerusform>
                <numerusform>{known} von {count} Pixeln der Parzelle.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the chip.</source>
            <translation>
                <numerusform>{known} von {count} Pixel des Chips.</numerusform>
                <numerusform>{known} von {count} Pixeln des Chips.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder of the CbM client …</source>
            <translation>Ordner des CbM-Clients öffnen …</translation>
        </message>
        <message>
            <source>Folder of a parcel, with chip_images</source>
            <translation>Ordner einer Parzelle, mit chip_images</translation>
        </message>
        <message>
            <source>Looking into the folder …</source>
            <translation>Der Ordner wird gelesen …</translation>
        </message>
        <message>
            <source>CbM Chips: folder of the CbM client</source>
            <translation>CbM Chips: Ordner des CbM-Clients</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders</source>
            <translation>In den Ordnern des CbM-Clients speichern</translation>
        </message>
        <message>
            <source>Data folder of the client</source>
            <translation>Datenordner des Clients</translation>
        </message>
        <message>
            <source>Choose a folder first.</source>
            <translation>Zuerst einen Ordner wählen.</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datenordner</translation>
        </message>
        <message>
            <source>The dates on show, band by band, become &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json and chip_images, as the notebooks of the CbM client have them.</source>
            <translation>Die gezeigten Termine werden Band für Band zu &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ mit info.json und chip_images, wie die Notebooks des CbM-Clients sie haben.</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders …</source>
            <translation>In den Ordnern des CbM-Clients speichern …</translation>
        </message>
        <message>
            <source>There are no dates to save yet.</source>
            <translation>Noch gibt es keine Termine zu speichern.</translation>
        </message>
        <message>
            <source>Writing the folder …</source>
            <translation>Der Ordner wird geschrieben …</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are saved: {path}</source>
            <translation>
                <numerusform>{count} Termin ist gespeichert: {path}</numerusform>
                <numerusform>{count} Termine sind gespeichert: {path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates judged anew: {rule}</source>
            <translation>
                <numerusform>{count} Termin neu beurteilt: {rule}</numerusform>
                <numerusform>{count} Termine neu beurteilt: {rule}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Options …</source>
            <translation>Optionen …</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>Back to the dates</source>
            <translation>Zurück zu den Terminen</translation>
        </message>
        <message>
            <source>{place} was not read from {source} yet.</source>
            <translation>{place} wurde noch nicht von {source} gelesen.</translation>
        </message>
        <message>
            <source>Read it now</source>
            <translation>Jetzt lesen</translation>
        </message>
        <message>
            <source>{source} has no date here for {days} with at most {share} % cloud in the scene.</source>
            <translation>{source} hat hier für {days} keinen Termin mit höchstens {share} % Wolken in der Szene.</translation>
        </message>
        <message>
            <source>Show cloudier dates, too</source>
            <translation>Auch stärker bewölkte Termine zeigen</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}.</source>
            <translation>{source} hat hier für {days} keinen Termin.</translation>
        </message>
        <message>
            <source>There is none for {days} either.</source>
            <translation>Auch für {days} gibt es keinen.</translation>
        </message>
        <message>
            <source>Pick another place</source>
            <translation>Einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>All days were searched: pick another place, or choose another source above.</source>
            <translation>Alle Tage wurden abgesucht: wählen Sie einen anderen Ort oder oben eine andere Quelle.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest are {before} and {after}.</source>
            <translation>{source} hat hier für {days} keinen Termin. Am nächsten liegen {before} und {after}.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest is {day}.</source>
            <translation>{source} hat hier für {days} keinen Termin. Am nächsten liegt {day}.</translation>
        </message>
        <message>
            <source>Go to {day}</source>
            <translation>Zum {day} gehen</translation>
        </message>
        <message>
            <source>Look in the last 12 months</source>
            <translation>In den letzten 12 Monaten suchen</translation>
        </message>
        <message>
            <source>Look in the season of {year}</source>
            <translation>In der Saison {year} suchen</translation>
        </message>
        <message>
            <source>The built-in sample shows {where}: there is nothing of it where you clicked.</source>
            <translation>Das eingebaute Beispiel zeigt {where}: wo Sie geklickt haben, gibt es davon nichts.</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Dorthin gehen</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <source>Stopped before the search was back.</source>
            <translation>Abgebrochen, bevor die Suche zurück war.</translation>
        </message>
        <message numerus="yes">
            <source>Stopped: {done} of {count} dates of the built-in sample are made, and are kept.</source>
            <translation>
                <numerusform>Gestoppt: {done} von {count} Termin des eingebauten Beispiels ist erstellt und bleibt.</numerusform>
                <numerusform>Gestoppt: {done} von {count} Terminen des eingebauten Beispiels sind erstellt und bleiben.</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Fortfahren</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>{source} wants a login, or another one ({problem}). Choose it for this source in the options.</source>
            <translation>{source} verlangt eine Anmeldung, oder eine andere ({problem}). Wählen Sie sie in den Optionen für diese Quelle.</translation>
        </message>
        <message>
            <source>Open the options</source>
            <translation>Die Optionen öffnen</translation>
        </message>
        <message>
            <source>Nothing came from {source}: {problem}</source>
            <translation>Von {source} kam nichts: {problem}</translation>
        </message>
        <message>
            <source>The form above says what has to be put right first.</source>
            <translation>Das Formular oben sagt, was zuerst zu berichtigen ist.</translation>
        </message>
        <message>
            <source>This may read about {dates} and up to {megabytes} MB.</source>
            <translation>Das liest vielleicht etwa {dates} und bis zu {megabytes} MB.</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Den Befehl kopieren</translation>
        </message>
        <message>
            <source>Copy these words</source>
            <translation>Diesen Text kopieren</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Noch einmal nachsehen</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Try the built-in sample</source>
            <translation>Das eingebaute Beispiel ausprobieren</translation>
        </message>
        <message>
            <source>Pick a parcel</source>
            <translation>Eine Parzelle wählen</translation>
        </message>
        <message>
            <source>Pick a place</source>
            <translation>Einen Ort wählen</translation>
        </message>
        <message>
            <source>Show its parcels on the map.</source>
            <translation>Zeigen Sie seine Parzellen auf der Karte.</translation>
        </message>
        <message>
            <source>Choose area and year, then click a parcel on the map, or give its id.</source>
            <translation>Wählen Sie Gebiet und Jahr und klicken Sie dann auf eine Parzelle der Karte, oder geben Sie ihre Kennung ein.</translation>
        </message>
        <message>
            <source>Click a parcel of “{layer}”: its dates appear here.</source>
            <translation>Klicken Sie auf eine Parzelle von „{layer}“: ihre Termine erscheinen hier.</translation>
        </message>
        <message>
            <source>Add a layer of parcels …</source>
            <translation>Parzellenlayer hinzufügen …</translation>
        </message>
        <message>
            <source>The map is empty: add a layer of your parcels, or try the built-in sample.</source>
            <translation>Die Karte ist leer: fügen Sie einen Layer Ihrer Parzellen hinzu, oder probieren Sie das eingebaute Beispiel aus.</translation>
        </message>
        <message>
            <source>Click a place on the map, or a parcel of a layer: its dates appear here.</source>
            <translation>Klicken Sie auf einen Ort der Karte oder auf eine Parzelle eines Layers: die Termine erscheinen hier.</translation>
        </message>
        <message>
            <source>The source is {source}; another one can be chosen above.</source>
            <translation>Die Quelle ist {source}; oben lässt sich eine andere wählen.</translation>
        </message>
        <message>
            <source>The built-in sample has made-up pictures of {where}, for trying things out.</source>
            <translation>Das eingebaute Beispiel hat künstliche Bilder zum Ausprobieren: {where}.</translation>
        </message>
        <message>
            <source>Show the sample's parcels</source>
            <translation>Die Parzellen des Beispiels zeigen</translation>
        </message>
        <message>
            <source>CbM Chips: help</source>
            <translation>CbM Chips: Hilfe</translation>
        </message>
        <message>
            <source>Help page</source>
            <translation>Hilfeseite</translation>
        </message>
        <message>
            <source>CbM Chips: parcels of the sample</source>
            <translation>CbM Chips: Parzellen des Beispiels</translation>
        </message>
        <message>
            <source>Zoom the map to the chip</source>
            <translation>Die Karte auf den Chip zoomen</translation>
        </message>
        <message>
            <source>Swap the last two dates on the map</source>
            <translation>Die beiden letzten Termine auf der Karte tauschen</translation>
        </message>
        <message>
            <source>CbM Chips: keys</source>
            <translation>CbM Chips: Tasten</translation>
        </message>
        <message>
            <source>Change keys …</source>
            <translation>Tasten ändern …</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Was sie tut</translation>
        </message>
        <message>
            <source>Keys and what they do</source>
            <translation>Tasten und was sie tun</translation>
        </message>
        <message>
            <source>As everywhere</source>
            <translation>Wie überall</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search keys</source>
            <translation>Tasten suchen</translation>
        </message>
        <message>
            <source>They work while the dates, the plot, or the map with our tool has the focus.</source>
            <translation>Sie gelten, solange die Termine, das Diagramm oder die Karte mit unserem Werkzeug den Fokus haben.</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Pfeile</translation>
        </message>
        <message>
            <source>Other date</source>
            <translation>Anderer Termin</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <source>Tick the date</source>
            <translation>Den Termin anhaken</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Load the ticked dates as layers</source>
            <translation>Die angehakten Termine als Layer laden</translation>
        </message>
        <message>
            <source>Zoom into all pictures, and out</source>
            <translation>In alle Bilder hinein- und herauszoomen</translation>
        </message>
        <message>
            <source>Whole chip</source>
            <translation>Ganzer Ausschnitt</translation>
        </message>
        <message>
            <source>Tick all dates</source>
            <translation>Alle Termine anhaken</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Close what lies over the dates, stop what runs</source>
            <translation>Schließen, was über den Terminen liegt; anhalten, was läuft</translation>
        </message>
        <message>
            <source>This page</source>
            <translation>Diese Seite</translation>
        </message>
        <message>
            <source>Queue of questions</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Events and markers</source>
            <translation>Ereignisse und Marker</translation>
        </message>
        <message>
            <source>Dates and views</source>
            <translation>Termine und Ansichten</translation>
        </message>
        <message>
            <source>Animation of the dates</source>
            <translation>Animation der Termine</translation>
        </message>
        <message>
            <source>Cloudy dates, too</source>
            <translation>Auch bewölkte Termine</translation>
        </message>
        <message>
            <source>Draw the parcel</source>
            <translation>Die Parzelle zeichnen</translation>
        </message>
        <message>
            <source>Write the date</source>
            <translation>Das Datum schreiben</translation>
        </message>
        <message>
            <source>Numbered PNGs, too</source>
            <translation>Auch nummerierte PNGs</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> ms</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source>Time per date</source>
            <translation>Zeit je Termin</translation>
        </message>
        <message>
            <source>Width, about</source>
            <translation>Breite, etwa</translation>
        </message>
        <message>
            <source>All dates have one stretch, so that what changes is the ground.</source>
            <translation>Alle Termine haben eine Streckung: was sich ändert, ist der Boden.</translation>
        </message>
        <message>
            <source>Save as animation …</source>
            <translation>Als Animation speichern …</translation>
        </message>
        <message>
            <source>Writing the animation …</source>
            <translation>Die Animation wird geschrieben …</translation>
        </message>
        <message>
            <source>CbM Chips: animation</source>
            <translation>CbM Chips: Animation</translation>
        </message>
        <message>
            <source>Save as animation</source>
            <translation>Als Animation speichern</translation>
        </message>
        <message>
            <source>Animations ({0})</source>
            <translation>Animationen ({0})</translation>
        </message>
        <message>
            <source>The animation is saved.</source>
            <translation>Die Animation ist gespeichert.</translation>
        </message>
        <message numerus="yes">
            <source>{count} frames are in {path}.</source>
            <translation>
                <numerusform>{count} Bild ist in {path}.</numerusform>
                <numerusform>{count} Bilder sind in {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} cloudy dates are left out.</source>
            <translation>
                <numerusform>{count} bewölkter Termin ist weggelassen.</numerusform>
                <numerusform>{count} bewölkte Termine sind weggelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates have no picture.</source>
            <translation>
                <numerusform>{count} Termin hat kein Bild.</numerusform>
                <numerusform>{count} Termine haben kein Bild.</numerusform>
            </translation>
        </message>
        <message>
            <source>Load the dates as footprints (one layer with a time each)</source>
            <translation>Termine als Umrisse laden (ein Layer, jeder mit seiner Zeit)</translation>
        </message>
        <message>
            <source>There are no dates to load yet.</source>
            <translation>Es gibt noch keine Termine zu laden.</translation>
        </message>
        <message>
            <source>Footprints need a parcel, or a date that was read.</source>
            <translation>Umrisse brauchen eine Parzelle oder einen gelesenen Termin.</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are a layer now: select one to see its pixels.</source>
            <translation>
                <numerusform>{count} Termin ist jetzt ein Layer: auswählen, um seine Pixel zu sehen.</numerusform>
                <numerusform>{count} Termine sind jetzt ein Layer: einen auswählen, um seine Pixel zu sehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>This date is not among those on show.</source>
            <translation>Dieser Termin ist nicht unter den gezeigten.</translation>
        </message>
        <message>
            <source>Save as HTML sheet …</source>
            <translation>Als HTML-Blatt speichern …</translation>
        </message>
        <message>
            <source>Save as HTML sheet</source>
            <translation>Als HTML-Blatt speichern</translation>
        </message>
        <message>
            <source>HTML pages ({0})</source>
            <translation>HTML-Seiten ({0})</translation>
        </message>
        <message>
            <source>Writing the sheet …</source>
            <translation>Das Blatt wird geschrieben …</translation>
        </message>
        <message>
            <source>CbM Chips: HTML sheet</source>
            <translation>CbM Chips: HTML-Blatt</translation>
        </message>
        <message>
            <source>The sheet is saved: {path}</source>
            <translation>Das Blatt ist gespeichert: {path}</translation>
        </message>
        <message>
            <source>The sheet is saved.</source>
            <translation>Das Blatt ist gespeichert.</translation>
        </message>
        <message>
            <source>Load selected dates as layers</source>
            <translation>Gewählte Termine als Layer laden</translation>
        </message>
        <message>
            <source>Load all clear dates as layers</source>
            <translation>Alle klaren Termine als Layer laden</translation>
        </message>
        <message>
            <source>Load selected dates with their classes</source>
            <translation>Gewählte Termine mit ihren Klassen laden</translation>
        </message>
        <message>
            <source>Play in the temporal controller</source>
            <translation>In der Zeitsteuerung abspielen</translation>
        </message>
        <message>
            <source>Load two dates as layers first: then this key swaps them on the map.</source>
            <translation>Laden Sie erst zwei Termine als Layer: dann tauscht diese Taste sie auf der Karte.</translation>
        </message>
        <message>
            <source>Layer on top: {shown}. Hidden: {hidden}.</source>
            <translation>Oberster Layer: {shown}. Verborgen: {hidden}.</translation>
        </message>
        <message>
            <source>Stopped: nothing is loaded.</source>
            <translation>Beendet: nichts ist geladen.</translation>
        </message>
        <message>
            <source>Load some dates as layers first: there is nothing to play.</source>
            <translation>Laden Sie erst einige Termine als Layer: es gibt nichts abzuspielen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} layers of this place are in the project.</source>
            <translation>
                <numerusform>{count} Layer dieses Ortes ist im Projekt.</numerusform>
                <numerusform>{count} Layer dieses Ortes sind im Projekt.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these dates has a picture to load.</source>
            <translation>Keiner dieser Termine hat ein Bild, das sich laden ließe.</translation>
        </message>
        <message>
            <source>{count} of {all} could not be loaded: bands are missing that were not read.</source>
            <translation>{count} von {all} ließen sich nicht laden: es fehlen Kanäle, die nicht gelesen wurden.</translation>
        </message>
        <message>
            <source>Remove the layers of this place</source>
            <translation>Die Layer dieses Ortes entfernen</translation>
        </message>
        <message>
            <source>Remove the layers of all places</source>
            <translation>Die Layer aller Orte entfernen</translation>
        </message>
        <message>
            <source>Remove the layers of “{place}”</source>
            <translation>Die Layer von „{place}“ entfernen</translation>
        </message>
        <message>
            <source>The layers are gone from the project; their files are in {folder}.</source>
            <translation>Die Layer sind aus dem Projekt entfernt; ihre Dateien liegen in {folder}.</translation>
        </message>
        <message>
            <source>This place has no layer in the project: choose a group in the layer tree.</source>
            <translation>Dieser Ort hat keinen Layer im Projekt: wählen Sie eine Gruppe im Layerbaum.</translation>
        </message>
        <message>
            <source>No date has been loaded as a layer in this project.</source>
            <translation>In diesem Projekt ist kein Termin als Layer geladen.</translation>
        </message>
        <message>
            <source>Show the current date on the map</source>
            <translation>Den aktuellen Termin auf der Karte zeigen</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>Outlines and crops of the parcels around</source>
            <translation>Umrisse und Kulturen der Parzellen ringsum</translation>
        </message>
        <message>
            <source>No layer on the map has polygons: add one with your parcels.</source>
            <translation>Kein Layer der Karte hat Polygone: fügen Sie einen mit Ihren Parzellen hinzu.</translation>
        </message>
        <message>
            <source>CbM Chips: parcels around {place}</source>
            <translation>CbM Chips: Parzellen um {place}</translation>
        </message>
        <message>
            <source>Of the parcels around, only {count} are drawn: there are more.</source>
            <translation>Von den Parzellen ringsum sind nur {count} gezeichnet: es gibt mehr.</translation>
        </message>
        <message>
            <source>Repeat this …</source>
            <translation>Dies wiederholen …</translation>
        </message>
        <message>
            <source>There are no dates to repeat yet.</source>
            <translation>Noch gibt es keine Termine zu wiederholen.</translation>
        </message>
        <message>
            <source>Repeat this</source>
            <translation>Dies wiederholen</translation>
        </message>
        <message>
            <source>CbM Chips: repeat</source>
            <translation>CbM Chips: wiederholen</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Kopiert.</translation>
        </message>
        <message>
            <source>At a shell of Linux or macOS</source>
            <translation>In einer Shell von Linux oder macOS</translation>
        </message>
        <message>
            <source>qgis_process at Windows' prompt, such as the OSGeo4W shell</source>
            <translation>qgis_process in der Eingabeaufforderung von Windows, etwa der OSGeo4W-Shell</translation>
        </message>
        <message>
            <source>With the plugin on Python's path, or in QGIS's console</source>
            <translation>Mit dem Plugin im Pfad von Python, oder in der Konsole von QGIS</translation>
        </message>
        <message>
            <source>What the CbM service is asked: its answer lists the files</source>
            <translation>Was der CbM-Dienst gefragt wird: Seine Antwort nennt die Dateien</translation>
        </message>
        <message>
            <source>False colour</source>
            <translation>Falschfarben</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>More composites and indices</source>
            <translation>Weitere Komposite und Indizes</translation>
        </message>
        <message>
            <source>Last places</source>
            <translation>Letzte Orte</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>CbM Chips: observability</source>
            <translation>CbM Chips: Beobachtbarkeit</translation>
        </message>
        <message>
            <source>✓ usable</source>
            <translation>✓ brauchbar</translation>
        </message>
        <message>
            <source>⚠ too small</source>
            <translation>⚠ zu klein</translation>
        </message>
        <message numerus="yes">
            <source>{count} full pixels</source>
            <translation>
                <numerusform>{count} volles Pixel</numerusform>
                <numerusform>{count} volle Pixel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>longest gap {count} days</source>
            <translation>
                <numerusform>längste Lücke {count} Tag</numerusform>
                <numerusform>längste Lücke {count} Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Usable: at least 8 pixels of 10 m lie wholly in the parcel, and less than 60 % of them are lost where the outline is shrunk by 5 m.</source>
            <translation>Brauchbar: mindestens 8 Pixel von 10 m liegen ganz in der Parzelle, und weniger als 60 % davon gehen verloren, wenn der Umriss um 5 m schrumpft.</translation>
        </message>
        <message>
            <source>Here {lost} % are lost.</source>
            <translation>Hier gehen {lost} % verloren.</translation>
        </message>
        <message>
            <source>Source: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</source>
            <translation>Quelle: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</translation>
        </message>
        <message numerus="yes">
            <source>Seen clear on {count} days.</source>
            <translation>
                <numerusform>An {count} Tag klar gesehen.</numerusform>
                <numerusform>An {count} Tagen klar gesehen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The first and the last day of the period count as ends of a gap.</source>
            <translation>Der erste und der letzte Tag des Zeitraums zählen als Enden einer Lücke.</translation>
        </message>
        <message>
            <source>Series of all parcels of this layer</source>
            <translation>Zeitreihen aller Parzellen dieses Layers</translation>
        </message>
        <message>
            <source>Series of the selected parcels</source>
            <translation>Zeitreihen der ausgewählten Parzellen</translation>
        </message>
        <message>
            <source>Stop the series</source>
            <translation>Zeitreihen abbrechen</translation>
        </message>
        <message>
            <source>No parcel is selected: select some in a polygon layer.</source>
            <translation>Keine Parzelle ist ausgewählt: wählen Sie welche in einem Polygonlayer aus.</translation>
        </message>
        <message>
            <source>The series of “{layer}” is being read; QGIS's list of tasks shows how far.</source>
            <translation>Die Zeitreihen von „{layer}“ werden gelesen; wie weit, zeigt die Aufgabenliste von QGIS.</translation>
        </message>
        <message>
            <source>Series of parcels</source>
            <translation>Zeitreihen von Parzellen</translation>
        </message>
        <message>
            <source>What is kept from earlier is not read again; what is read until you stop becomes the table.</source>
            <translation>Was von früher da ist, wird nicht noch einmal gelesen; was bis zu einem Abbruch gelesen ist, wird zur Tabelle.</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Series of {layer}</source>
            <translation>Zeitreihen von {layer}</translation>
        </message>
        <message>
            <source>{level} alone, which has SCL</source>
            <translation>nur {level}, das SCL hat</translation>
        </message>
        <message>
            <source>Nothing was read.</source>
            <translation>Nichts wurde gelesen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in “{table}”.</source>
            <translation>
                <numerusform>{count} Zeile steht in „{table}“.</numerusform>
                <numerusform>{count} Zeilen stehen in „{table}“.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates and parcels failed; the table says why.</source>
            <translation>
                <numerusform>{count} Termin oder Parzelle ist fehlgeschlagen; die Tabelle sagt, warum.</numerusform>
                <numerusform>{count} Termine und Parzellen sind fehlgeschlagen; die Tabelle sagt, warum.</numerusform>
            </translation>
        </message>
        <message>
            <source>Large view</source>
            <translation>Großansicht</translation>
        </message>
        <message>
            <source>Next view of the dates</source>
            <translation>Nächste Ansicht der Termine</translation>
        </message>
        <message>
            <source>How new are the sources here?</source>
            <translation>Wie neu sind die Quellen hier?</translation>
        </message>
        <message>
            <source>There is no source that could be asked.</source>
            <translation>Es gibt keine Quelle, die gefragt werden könnte.</translation>
        </message>
        <message>
            <source>Newest date at {place}: {day}</source>
            <translation>Neuester Termin bei {place}: {day}</translation>
        </message>
        <message>
            <source>Asking {source} for the parcel …</source>
            <translation>{source} wird nach der Parzelle gefragt …</translation>
        </message>
        <message>
            <source>not known ({problem})</source>
            <translation>nicht bekannt ({problem})</translation>
        </message>
        <message>
            <source>none in {days} days</source>
            <translation>keiner in {days} Tagen</translation>
        </message>
        <message>
            <source>Newest dates here: {rows}.</source>
            <translation>Neueste Termine hier: {rows}.</translation>
        </message>
        <message>
            <source>{source} is behind here. Newest dates: {source}: {day}; {other}: {newer}.</source>
            <translation>{source} liegt hier zurück. Neueste Termine: {source}: {day}; {other}: {newer}.</translation>
        </message>
        <message>
            <source>{source} seems to be behind here. Newest date: {day}.</source>
            <translation>{source} scheint hier zurückzuliegen. Neuester Termin: {day}.</translation>
        </message>
        <message>
            <source>{source} did not answer: only what was found there before is shown.</source>
            <translation>{source} hat nicht geantwortet: Zu sehen ist nur, was dort früher gefunden wurde.</translation>
        </message>
        <message>
            <source>No picture could be read from {source}.</source>
            <translation>Kein Bild war von {source} zu lesen.</translation>
        </message>
        <message>
            <source>Use {source}</source>
            <translation>{source} verwenden</translation>
        </message>
        <message>
            <source>Asking the sources for their newest dates … (Esc stops it)</source>
            <translation>Die Quellen werden nach ihren neuesten Terminen gefragt … (Esc bricht ab)</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Hinweise</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Read the failed dates again</source>
            <translation>Die fehlgeschlagenen Termine neu lesen</translation>
        </message>
        <message>
            <source>Read the dates that were not read</source>
            <translation>Die Termine lesen, die nicht gelesen wurden</translation>
        </message>
        <message>
            <source>Stop reading; what is here stays (Esc)</source>
            <translation>Lesen beenden; was da ist, bleibt (Esc)</translation>
        </message>
        <message>
            <source>Retry {count}</source>
            <translation>{count} erneut versuchen</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} dates</source>
            <translation>
                <numerusform>{done} von {count} Termin</numerusform>
                <numerusform>{done} von {count} Terminen</numerusform>
            </translation>
        </message>
        <message>
            <source>{dates} in {seconds} s</source>
            <translation>{dates} in {seconds} s</translation>
        </message>
        <message>
            <source>{count} from cache</source>
            <translation>{count} aus dem Zwischenspeicher</translation>
        </message>
        <message>
            <source>Stopped: {progress}</source>
            <translation>Abgebrochen: {progress}</translation>
        </message>
        <message>
            <source>{count} clear</source>
            <translation>{count} klar</translation>
        </message>
        <message>
            <source>{count} doubtful</source>
            <translation>{count} zweifelhaft</translation>
        </message>
        <message>
            <source>{count} partly</source>
            <translation>{count} teilweise</translation>
        </message>
        <message>
            <source>{count} cloudy</source>
            <translation>{count} bewölkt</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>Places, layers, help</source>
            <translation>Orte, Layer, Hilfe</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Chosen class by class in the plugin's options</source>
            <translation>Klasse für Klasse in den Einstellungen gewählt</translation>
        </message>
        <message>
            <source>Bad SCL classes: {codes}</source>
            <translation>Schlechte SCL-Klassen: {codes}</translation>
        </message>
        <message>
            <source>Show or hide the fields</source>
            <translation>Die Felder zeigen oder verbergen</translation>
        </message>
        <message>
            <source>Usual periods</source>
            <translation>Übliche Zeiträume</translation>
        </message>
        <message>
            <source>Days as given</source>
            <translation>Tage wie angegeben</translation>
        </message>
        <message>
            <source>Last 3 months</source>
            <translation>Letzte 3 Monate</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>Letzte 12 Monate</translation>
        </message>
        <message>
            <source>Season of {year}</source>
            <translation>Saison {year}</translation>
        </message>
        <message>
            <source>Composite</source>
            <translation>Farbkomposit</translation>
        </message>
        <message>
            <source>Three bands of your own</source>
            <translation>Drei eigene Kanäle</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <source>One for all dates</source>
            <translation>Eine für alle Termine</translation>
        </message>
        <message>
            <source>Each date its own</source>
            <translation>Für jeden Termin eine eigene</translation>
        </message>
        <message>
            <source>Fixed values</source>
            <translation>Feste Werte</translation>
        </message>
        <message>
            <source>Numbers of the stretch</source>
            <translation>Zahlen der Streckung</translation>
        </message>
        <message>
            <source>Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high for red, green and blue.</source>
            <translation>Zwei Perzentile wie 5_95, oder sechs Werte der Reflektanz x 10 000: unten_oben für Rot, Grün und Blau.</translation>
        </message>
        <message>
            <source>Edge of the chip in metres</source>
            <translation>Kante des Chips in Metern</translation>
        </message>
        <message>
            <source>{pixels} × {pixels} px</source>
            <translation>{pixels} × {pixels} px</translation>
        </message>
        <message>
            <source>Pixels of 10 m; bands of 20 m have half as many each way.</source>
            <translation>Pixel von 10 m; Kanäle von 20 m haben in jeder Richtung halb so viele.</translation>
        </message>
        <message>
            <source>None: show the bands</source>
            <translation>Keiner: die Kanäle zeigen</translation>
        </message>
        <message>
            <source>Processing level</source>
            <translation>Verarbeitungsstufe</translation>
        </message>
        <message>
            <source>Most clouds in the whole scene, per cent</source>
            <translation>Höchste Bewölkung der ganzen Szene in Prozent</translation>
        </message>
        <message>
            <source>Scenes that are cloudier as a whole are not looked at.</source>
            <translation>Szenen, die insgesamt stärker bewölkt sind, werden nicht betrachtet.</translation>
        </message>
        <message>
            <source>Read the bands only where the place is clear by its SCL.</source>
            <translation>Die Kanäle nur lesen, wo der Ort laut SCL klar ist.</translation>
        </message>
        <message>
            <source>Of several pictures of one day, the clearest.</source>
            <translation>Von mehreren Bildern eines Tages das klarste.</translation>
        </message>
        <message>
            <source>Reads Sen2Cor's cloud probability as well, one more file per date, where the source has it (Earth Search). A clear date with 40 % or more on a fifth of its pixels is marked as doubtful.</source>
            <translation>Liest auch Sen2Cors Wolkenwahrscheinlichkeit, eine Datei mehr je Termin, wo die Quelle sie hat (Earth Search). Ein klarer Termin mit 40 % oder mehr auf einem Fünftel seiner Pixel wird als zweifelhaft gekennzeichnet.</translation>
        </message>
        <message>
            <source>About {dates}, up to {megabytes} MB to read.</source>
            <translation>Etwa {dates}, bis zu {megabytes} MB zu lesen.</translation>
        </message>
        <message>
            <source>Source of the images</source>
            <translation>Quelle der Bilder</translation>
        </message>
        <message>
            <source>Take the last answer back</source>
            <translation>Die letzte Antwort zurücknehmen</translation>
        </message>
        <message>
            <source>Give the answer again</source>
            <translation>Die Antwort wieder geben</translation>
        </message>
        <message>
            <source>Answer the selected parcels …</source>
            <translation>Die ausgewählten Parzellen beantworten …</translation>
        </message>
        <message>
            <source>Reason of the next answer</source>
            <translation>Begründung der nächsten Antwort</translation>
        </message>
        <message>
            <source>Confidence of the next answer</source>
            <translation>Sicherheit der nächsten Antwort</translation>
        </message>
        <message>
            <source>Comment on the next answer</source>
            <translation>Bemerkung zur nächsten Antwort</translation>
        </message>
        <message>
            <source>Open a record of answers …</source>
            <translation>Protokoll der Antworten öffnen …</translation>
        </message>
        <message>
            <source>Write the answer again</source>
            <translation>Die Antwort noch einmal schreiben</translation>
        </message>
        <message>
            <source>Discard the answer</source>
            <translation>Die Antwort verwerfen</translation>
        </message>
        <message>
            <source>Answer without a key, number {number}</source>
            <translation>Antwort ohne Taste, Nummer {number}</translation>
        </message>
        <message>
            <source>Answer: {label}</source>
            <translation>Antwort: {label}</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>Keine Begründung</translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of “{code}”</source>
            <translation>
                <numerusform>{count} offene Frage von „{code}“</numerusform>
                <numerusform>{count} offene Fragen von „{code}“</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of “{code}”</source>
            <translation>
                <numerusform>{count} Frage von „{code}“</numerusform>
                <numerusform>{count} Fragen von „{code}“</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of all groups</source>
            <translation>
                <numerusform>{count} offene Frage aller Gruppen</numerusform>
                <numerusform>{count} offene Fragen aller Gruppen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of all groups</source>
            <translation>
                <numerusform>{count} Frage aller Gruppen</numerusform>
                <numerusform>{count} Fragen aller Gruppen</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer the selected parcels</source>
            <translation>Die ausgewählten Parzellen beantworten</translation>
        </message>
        <message>
            <source>Each question has a row of its own in the record. Of parcels that are not on show it says that nothing was looked at.</source>
            <translation>Jede Frage hat im Protokoll eine eigene Zeile. Bei Parzellen, die nicht gezeigt werden, steht dort, dass nichts angesehen wurde.</translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} questions</source>
            <translation>
                <numerusform>{count} Frage beantworten</numerusform>
                <numerusform>{count} Fragen beantworten</numerusform>
            </translation>
        </message>
        <message>
            <source>Record of answers</source>
            <translation>Protokoll der Antworten</translation>
        </message>
        <message>
            <source>GeoPackage</source>
            <translation>GeoPackage</translation>
        </message>
        <message>
            <source>File of the record</source>
            <translation>Datei des Protokolls</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Answers are kept in a file of their own; nothing in it is ever overwritten. A file that is there already is gone on with.</source>
            <translation>Antworten stehen in einer eigenen Datei; darin wird nie etwas überschrieben. Eine Datei, die schon da ist, wird fortgeführt.</translation>
        </message>
        <message>
            <source>“{window}” {first} to {last}</source>
            <translation>„{window}“ {first} bis {last}</translation>
        </message>
        <message>
            <source>No question</source>
            <translation>Keine Frage</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>second look, blind</source>
            <translation>zweiter Blick, blind</translation>
        </message>
        <message>
            <source>Evidence of inspected parcels</source>
            <translation>Nachweise zu geprüften Parzellen</translation>
        </message>
        <message>
            <source>Folder for the evidence</source>
            <translation>Ordner für die Nachweise</translation>
        </message>
        <message>
            <source>The sheet as a PDF, too</source>
            <translation>Das Blatt auch als PDF</translation>
        </message>
        <message>
            <source>The pixels as GeoTIFFs, too</source>
            <translation>Die Pixel auch als GeoTIFFs</translation>
        </message>
        <message>
            <source>A zip for each parcel instead of a folder</source>
            <translation>Je Parzelle eine ZIP-Datei statt eines Ordners</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Each parcel gets a folder of its own with the sheet, the rows of the record, the pictures and the list of their hashes. An index lists all bundles of the folder; what else is in it stays.</source>
            <translation>Jede Parzelle bekommt einen eigenen Ordner mit dem Blatt, den Zeilen des Prüfprotokolls, den Bildern und der Liste ihrer Prüfsummen. Ein Index nennt alle Bündel des Ordners; was sonst darin ist, bleibt.</translation>
        </message>
        <message>
            <source>Of this parcel …</source>
            <translation>Zu dieser Parzelle …</translation>
        </message>
        <message>
            <source>Of the selected parcels …</source>
            <translation>Zu den ausgewählten Parzellen …</translation>
        </message>
        <message>
            <source>Of the whole queue …</source>
            <translation>Zur ganzen Liste …</translation>
        </message>
        <message>
            <source>Evidence to hand on</source>
            <translation>Nachweise zum Weitergeben</translation>
        </message>
        <message>
            <source>There is no parcel on show.</source>
            <translation>Es wird keine Parzelle gezeigt.</translation>
        </message>
        <message>
            <source>Evidence of parcel {parcel}.</source>
            <translation>Nachweise zu Parzelle {parcel}.</translation>
        </message>
        <message>
            <source>No parcel is selected.</source>
            <translation>Es ist keine Parzelle ausgewählt.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} selected parcels.</source>
            <translation>
                <numerusform>Nachweise zu {count} ausgewählten Parzelle.</numerusform>
                <numerusform>Nachweise zu {count} ausgewählten Parzellen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Evidence of all parcels that have answers.</source>
            <translation>Nachweise zu allen Parzellen, die Antworten haben.</translation>
        </message>
        <message>
            <source>Writing the evidence …</source>
            <translation>Nachweise werden geschrieben …</translation>
        </message>
        <message>
            <source>There is no record of answers yet: open one first.</source>
            <translation>Es gibt noch kein Protokoll der Antworten: zuerst eines öffnen.</translation>
        </message>
        <message>
            <source>Evidence is being written already; cancel that first.</source>
            <translation>Nachweise werden schon geschrieben; zuerst das abbrechen.</translation>
        </message>
        <message>
            <source>Evidence: {done} of {count} parcels</source>
            <translation>Nachweise: {done} von {count} Parzellen</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} bundles are in the folder.</source>
            <translation>
                <numerusform>Abgebrochen: {count} Bündel ist im Ordner.</numerusform>
                <numerusform>Abgebrochen: {count} Bündel sind im Ordner.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these parcels has an answer in the record.</source>
            <translation>Keine dieser Parzellen hat eine Antwort im Prüfprotokoll.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} parcels is written.</source>
            <translation>
                <numerusform>Nachweise zu {count} Parzelle sind geschrieben.</numerusform>
                <numerusform>Nachweise zu {count} Parzellen sind geschrieben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures are proved.</source>
            <translation>
                <numerusform>{count} Bild ist bewiesen.</numerusform>
                <numerusform>{count} Bilder sind bewiesen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} are not; the sheets say why.</source>
            <translation>
                <numerusform>{count} ist es nicht; die Blätter sagen, warum.</numerusform>
                <numerusform>{count} sind es nicht; die Blätter sagen, warum.</numerusform>
            </translation>
        </message>
        <message>
            <source>{answer}: why?</source>
            <translation>{answer}: warum?</translation>
        </message>
        <message>
            <source>No parcel of the queue is selected in its layer.</source>
            <translation>Keine Parzelle der Liste ist in ihrem Layer ausgewählt.</translation>
        </message>
        <message>
            <source>Buttons of answers</source>
            <translation>Antwortknöpfe</translation>
        </message>
        <message>
            <source>New answer</source>
            <translation>Neue Antwort</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Go on after an answer</source>
            <translation>Nach einer Antwort weitergehen</translation>
        </message>
        <message>
            <source>An answer goes on to the next question that is open</source>
            <translation>Nach einer Antwort geht es zur nächsten offenen Frage</translation>
        </message>
        <message>
            <source>The file with the scheme was still being read.</source>
            <translation>Die Datei mit dem Schema wurde noch gelesen.</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>Datei wird gelesen …</translation>
        </message>
        <message>
            <source>Read a scheme</source>
            <translation>Schema einlesen</translation>
        </message>
        <message>
            <source>Write the scheme</source>
            <translation>Schema schreiben</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampagne</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Legal windows …</source>
            <translation>Rechtliche Zeitfenster …</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Vorgaben wiederherstellen</translation>
        </message>
        <message>
            <source>Reason codes, one a line</source>
            <translation>Begründungen, je Zeile eine</translation>
        </message>
        <message>
            <source>Questions by group</source>
            <translation>Fragen nach Gruppe</translation>
        </message>
        <message>
            <source>Read a scheme …</source>
            <translation>Schema einlesen …</translation>
        </message>
        <message>
            <source>Write the scheme …</source>
            <translation>Schema schreiben …</translation>
        </message>
        <message>
            <source>Read from {file}.</source>
            <translation>Aus {file} gelesen.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>Open a queue of parcels …</source>
            <translation>Eine Warteschlange von Parzellen öffnen …</translation>
        </message>
        <message>
            <source>Go on with the inspection of the record</source>
            <translation>Mit der im Protokoll begonnenen Prüfung fortfahren</translation>
        </message>
        <message>
            <source>More of the queue</source>
            <translation>Mehr zur Warteschlange</translation>
        </message>
        <message>
            <source>Previous of the queue</source>
            <translation>Vorige der Warteschlange</translation>
        </message>
        <message>
            <source>Next of the queue</source>
            <translation>Nächste der Warteschlange</translation>
        </message>
        <message>
            <source>Next undecided of the queue</source>
            <translation>Nächste unentschiedene der Warteschlange</translation>
        </message>
        <message>
            <source>Go to an id in the queue</source>
            <translation>Zu einer Kennung der Warteschlange gehen</translation>
        </message>
        <message>
            <source>What does not join …</source>
            <translation>Was sich nicht verbindet …</translation>
        </message>
        <message>
            <source>Second look …</source>
            <translation>Zweiter Blick …</translation>
        </message>
        <message>
            <source>Agreement of both looks …</source>
            <translation>Übereinstimmung beider Blicke …</translation>
        </message>
        <message>
            <source>One stretch for all these parcels, so that they compare</source>
            <translation>Eine Streckung für alle diese Parzellen, damit sie sich vergleichen lassen</translation>
        </message>
        <message>
            <source>Close the queue; its record stays</source>
            <translation>Warteschlange schließen; ihr Protokoll bleibt</translation>
        </message>
        <message>
            <source>Place in the queue</source>
            <translation>Platz in der Warteschlange</translation>
        </message>
        <message>
            <source>Second look</source>
            <translation>Zweiter Blick</translation>
        </message>
        <message>
            <source>Go to id</source>
            <translation>Zur Kennung</translation>
        </message>
        <message>
            <source>Id of the parcel to go to</source>
            <translation>Kennung der Parzelle, zu der es gehen soll</translation>
        </message>
        <message>
            <source>Id of a parcel of the queue, then Enter</source>
            <translation>Kennung einer Parzelle der Warteschlange, dann Enter</translation>
        </message>
        <message>
            <source>Buckets</source>
            <translation>Buckets</translation>
        </message>
        <message>
            <source>Bucket</source>
            <translation>Bucket</translation>
        </message>
        <message>
            <source>In the sample</source>
            <translation>In der Stichprobe</translation>
        </message>
        <message>
            <source>Parcels of the group</source>
            <translation>Parzellen der Gruppe</translation>
        </message>
        <message>
            <source>To inspect</source>
            <translation>Zu prüfen</translation>
        </message>
        <message>
            <source>With the number of parcels of the whole group: 5 % of fewer than 6,000, else 300. What stands behind them in the sample is the reserve.</source>
            <translation>Mit der Zahl der Parzellen der ganzen Gruppe: 5 % von weniger als 6.000, sonst 300. Was in der Stichprobe dahinter steht, ist die Reserve.</translation>
        </message>
        <message>
            <source>A number; empty inspects all, without a reserve.</source>
            <translation>Eine Zahl; leer prüft alle, ohne Reserve.</translation>
        </message>
        <message>
            <source>at least one bucket</source>
            <translation>mindestens ein Bucket</translation>
        </message>
        <message>
            <source>a whole number, or nothing for all</source>
            <translation>eine ganze Zahl, oder nichts für alle</translation>
        </message>
        <message>
            <source>Nothing is answered yet that could come up again.</source>
            <translation>Noch ist nichts beantwortet, das noch einmal kommen könnte.</translation>
        </message>
        <message>
            <source>Go on with the inspection: {place}, {decided} decided.</source>
            <translation>Weiter mit der Prüfung: {place}, {decided} entschieden.</translation>
        </message>
        <message>
            <source>Back to the first look</source>
            <translation>Zurück zum ersten Blick</translation>
        </message>
        <message>
            <source>Open a queue of parcels to inspect</source>
            <translation>Eine Warteschlange von Parzellen zum Prüfen öffnen</translation>
        </message>
        <message>
            <source>Open the queue</source>
            <translation>Warteschlange öffnen</translation>
        </message>
        <message>
            <source>Choose a file for the answers.</source>
            <translation>Wählen Sie eine Datei für die Antworten.</translation>
        </message>
        <message>
            <source>Choose the sample's file, or any table with ids of parcels.</source>
            <translation>Wählen Sie die Datei der Stichprobe, oder irgendeine Tabelle mit Kennungen von Parzellen.</translation>
        </message>
        <message>
            <source>Choose the layer with the parcels, and the field with their ids.</source>
            <translation>Wählen Sie den Layer mit den Parzellen und das Feld mit ihren Kennungen.</translation>
        </message>
        <message>
            <source>Looking for the parcels …</source>
            <translation>Die Parzellen werden gesucht …</translation>
        </message>
        <message numerus="yes">
            <source>Take {count} ids that differ from the layer's in leading zeros only</source>
            <translation>
                <numerusform>{count} Kennung nehmen, die sich von der des Layers nur durch führende Nullen unterscheidet</numerusform>
                <numerusform>{count} Kennungen nehmen, die sich von denen des Layers nur durch führende Nullen unterscheiden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions</source>
            <translation>
                <numerusform>{count} Frage</numerusform>
                <numerusform>{count} Fragen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels</source>
            <translation>
                <numerusform>zu {count} Parzelle</numerusform>
                <numerusform>zu {count} Parzellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in {count} buckets</source>
            <translation>
                <numerusform>in {count} Bucket</numerusform>
                <numerusform>in {count} Buckets</numerusform>
            </translation>
        </message>
        <message>
            <source>Layer of parcels</source>
            <translation>Layer der Parzellen</translation>
        </message>
        <message>
            <source>Field with their ids</source>
            <translation>Feld mit ihren Kennungen</translation>
        </message>
        <message>
            <source>Column with the ids</source>
            <translation>Spalte mit den Kennungen</translation>
        </message>
        <message>
            <source>Column with the buckets</source>
            <translation>Spalte mit den Buckets</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Answers go to</source>
            <translation>Antworten kommen nach</translation>
        </message>
        <message>
            <source>Buckets: enter the number of parcels of a whole group to inspect as many as the rule wants, or a number of your own. The rest of the sample is the reserve.</source>
            <translation>Buckets: Die Zahl der Parzellen einer ganzen Gruppe eingeben, um so viele zu prüfen, wie die Regel will, oder eine eigene Zahl. Der Rest der Stichprobe ist die Reserve.</translation>
        </message>
        <message>
            <source>Ids</source>
            <translation>Kennungen</translation>
        </message>
        <message>
            <source>Record of the answers</source>
            <translation>Protokoll der Antworten</translation>
        </message>
        <message>
            <source>Records ({0})</source>
            <translation>Prüfprotokolle ({0})</translation>
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation>Wählen: {name}</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>What does not join</source>
            <translation>Was sich nicht verbindet</translation>
        </message>
        <message>
            <source>CbM Chips: queue</source>
            <translation>CbM Chips: Warteschlange</translation>
        </message>
        <message>
            <source>Save as CSV …</source>
            <translation>Als CSV speichern …</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are not in the queue.</source>
            <translation>
                <numerusform>{count} Zeile ist nicht in der Warteschlange.</numerusform>
                <numerusform>{count} Zeilen sind nicht in der Warteschlange.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in it with a note.</source>
            <translation>
                <numerusform>{count} Zeile ist mit einer Bemerkung darin.</numerusform>
                <numerusform>{count} Zeilen sind mit einer Bemerkung darin.</numerusform>
            </translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>a parcel that is still in its layer</source>
            <translation>eine Parzelle, die noch in ihrem Layer ist</translation>
        </message>
        <message>
            <source>A file: JRC's QUASSA sample, or any table</source>
            <translation>Eine Datei: QUASSA-Stichprobe des JRC, oder irgendeine Tabelle</translation>
        </message>
        <message>
            <source>All parcels of the layer</source>
            <translation>Alle Parzellen des Layers</translation>
        </message>
        <message>
            <source>The selected parcels of the layer</source>
            <translation>Die ausgewählten Parzellen des Layers</translation>
        </message>
        <message>
            <source>Table “{name}”</source>
            <translation>Tabelle „{name}“</translation>
        </message>
        <message>
            <source>File of the sample</source>
            <translation>Datei der Stichprobe</translation>
        </message>
        <message>
            <source>All files ({0})</source>
            <translation>Alle Dateien ({0})</translation>
        </message>
        <message>
            <source>The parcels of this queue are in the layer “{layer}” with the field “{field}”: add it to the project, then open the record again.</source>
            <translation>Die Parzellen dieser Warteschlange sind im Layer „{layer}“ mit dem Feld „{field}“: Fügen Sie ihn dem Projekt hinzu und öffnen Sie das Protokoll erneut.</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels of the queue are not in the layer any more.</source>
            <translation>
                <numerusform>{count} Parzelle der Warteschlange ist nicht mehr im Layer.</numerusform>
                <numerusform>{count} Parzellen der Warteschlange sind nicht mehr im Layer.</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue is empty.</source>
            <translation>Die Warteschlange ist leer.</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} von {count}</translation>
        </message>
        <message>
            <source>bucket {bucket}: {number} of {count}</source>
            <translation>Bucket {bucket}: {number} von {count}</translation>
        </message>
        <message>
            <source>{decided} decided</source>
            <translation>{decided} entschieden</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>ersetzt</translation>
        </message>
        <message>
            <source>this one, too</source>
            <translation>diese auch</translation>
        </message>
        <message>
            <source>Covered by VHR</source>
            <translation>Von VHR gedeckt</translation>
        </message>
        <message>
            <source>Colour the parcels by their answers</source>
            <translation>Parzellen nach ihren Antworten färben</translation>
        </message>
        <message>
            <source>Open a record first, and a layer of parcels, which is what is coloured.</source>
            <translation>Zuerst ein Prüfprotokoll öffnen, und einen Layer von Parzellen, der gefärbt wird.</translation>
        </message>
        <message>
            <source>Export the answers …</source>
            <translation>Antworten ausgeben …</translation>
        </message>
        <message>
            <source>Save a copy of the record …</source>
            <translation>Eine Kopie des Prüfprotokolls sichern …</translation>
        </message>
        <message>
            <source>The answers can be exported when the second look is over.</source>
            <translation>Die Antworten lassen sich ausgeben, wenn die zweite Durchsicht vorbei ist.</translation>
        </message>
        <message>
            <source>Spreadsheets ({0})</source>
            <translation>Arbeitsmappen ({0})</translation>
        </message>
        <message>
            <source>Export the answers</source>
            <translation>Antworten ausgeben</translation>
        </message>
        <message>
            <source>Save a copy of the record</source>
            <translation>Eine Kopie des Prüfprotokolls sichern</translation>
        </message>
        <message>
            <source>Saved in {folder}: {files}</source>
            <translation>Gesichert in {folder}: {files}</translation>
        </message>
        <message>
            <source>CbM Chips: answers</source>
            <translation>CbM Chips: Antworten</translation>
        </message>
        <message>
            <source>No record of answers is open.</source>
            <translation>Kein Prüfprotokoll ist geöffnet.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions were chosen before: they go on.</source>
            <translation>
                <numerusform>{count} Frage wurde schon gewählt: mit ihr geht es weiter.</numerusform>
                <numerusform>{count} Fragen wurden schon gewählt: mit ihnen geht es weiter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions come up again.</source>
            <translation>
                <numerusform>{count} Frage kommt noch einmal.</numerusform>
                <numerusform>{count} Fragen kommen noch einmal.</numerusform>
            </translation>
        </message>
        <message>
            <source>Share of the answered questions</source>
            <translation>Anteil der beantworteten Fragen</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <source>These questions are answered again without what was said of them. The same seed chooses the same ones; they are kept in the record.</source>
            <translation>Diese Fragen werden noch einmal beantwortet, ohne dass das früher Gesagte zu sehen ist. Derselbe Startwert wählt dieselben; sie stehen im Protokoll.</translation>
        </message>
        <message>
            <source>Agreement of both looks</source>
            <translation>Übereinstimmung beider Blicke</translation>
        </message>
        <message>
            <source>CbM Chips: agreement</source>
            <translation>CbM Chips: Übereinstimmung</translation>
        </message>
        <message>
            <source>Questions with different answers</source>
            <translation>Fragen mit verschiedenen Antworten</translation>
        </message>
        <message>
            <source>No question has two answers yet.</source>
            <translation>Noch hat keine Frage zwei Antworten.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions with different answers:</source>
            <translation>
                <numerusform>{count} Frage mit verschiedenen Antworten:</numerusform>
                <numerusform>{count} Fragen mit verschiedenen Antworten:</numerusform>
            </translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same answer twice; Cohen's kappa: {kappa}.</source>
            <translation>{agreed} von {both} Fragen haben zweimal dieselbe Antwort; Cohens Kappa: {kappa}.</translation>
        </message>
        <message>
            <source>not defined</source>
            <translation>nicht definiert</translation>
        </message>
        <message>
            <source>Twice answered</source>
            <translation>Zweimal beantwortet</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>Gleich</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Übereinstimmung</translation>
        </message>
        <message>
            <source>Kappa</source>
            <translation>Kappa</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>First look</source>
            <translation>Erster Blick</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>nicht bestätigt</translation>
        </message>
        <message>
            <source>inconclusive</source>
            <translation>nicht entscheidbar</translation>
        </message>
        <message>
            <source>cannot be inspected</source>
            <translation>nicht prüfbar</translation>
        </message>
        <message>
            <source>Event: last date before it</source>
            <translation>Ereignis: letzter Termin davor</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Davor</translation>
        </message>
        <message>
            <source>Event: first date after it</source>
            <translation>Ereignis: erster Termin danach</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Danach</translation>
        </message>
        <message>
            <source>Take the last mark of an event back</source>
            <translation>Die letzte Markierung eines Ereignisses zurücknehmen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Copy the events as text</source>
            <translation>Die Ereignisse als Text kopieren</translation>
        </message>
        <message>
            <source>Confirm the machine's marker</source>
            <translation>Den Marker der Maschine bestätigen</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Bestätigen</translation>
        </message>
        <message>
            <source>Refute the machine's marker</source>
            <translation>Den Marker der Maschine widerlegen</translation>
        </message>
        <message>
            <source>Refute</source>
            <translation>Widerlegen</translation>
        </message>
        <message>
            <source>I have answered: show the machine's answer</source>
            <translation>Ich habe geantwortet: die Antwort der Maschine zeigen</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>The events are in the clipboard.</source>
            <translation>Die Ereignisse sind in der Zwischenablage.</translation>
        </message>
        <message>
            <source>Agreement of machine and person</source>
            <translation>Übereinstimmung von Maschine und Mensch</translation>
        </message>
        <message>
            <source>Save the table …</source>
            <translation>Die Tabelle speichern …</translation>
        </message>
        <message>
            <source>Save all answers …</source>
            <translation>Alle Antworten speichern …</translation>
        </message>
        <message>
            <source>Refuted</source>
            <translation>Widerlegt</translation>
        </message>
        <message>
            <source>Not looked at</source>
            <translation>Nicht angesehen</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Angesehen</translation>
        </message>
        <message>
            <source>Blind</source>
            <translation>Blind</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join:</source>
            <translation>
                <numerusform>{count} Zeile lässt sich nicht zuordnen:</numerusform>
                <numerusform>{count} Zeilen lassen sich nicht zuordnen:</numerusform>
            </translation>
        </message>
        <message>
            <source>Events and markers of this parcel</source>
            <translation>Ereignisse und Marker dieser Parzelle</translation>
        </message>
        <message>
            <source>Neighbours of the same crop</source>
            <translation>Nachbarn mit derselben Kultur</translation>
        </message>
        <message>
            <source>Field with the crop</source>
            <translation>Feld mit der Kultur</translation>
        </message>
        <message>
            <source>No layer with parcels</source>
            <translation>Kein Layer mit Parzellen</translation>
        </message>
        <message>
            <source>The neighbours of the same crop are being read …</source>
            <translation>Die Nachbarn mit derselben Kultur werden gelesen …</translation>
        </message>
        <message>
            <source>A point has no neighbours: pick a parcel.</source>
            <translation>Ein Punkt hat keine Nachbarn: wählen Sie eine Parzelle.</translation>
        </message>
        <message>
            <source>CbM Chips: neighbours of {place}</source>
            <translation>CbM Chips: Nachbarn von {place}</translation>
        </message>
        <message>
            <source>Neighbours are read of L2A products, which have a scene classification.</source>
            <translation>Nachbarn werden aus L2A-Produkten gelesen, die eine Szenenklassifikation haben.</translation>
        </message>
        <message>
            <source>No layer on the map says what grows: choose the field with the crop.</source>
            <translation>Kein Layer der Karte sagt, was wächst: wählen Sie das Feld mit der Kultur.</translation>
        </message>
        <message>
            <source>Neighbours, same crop</source>
            <translation>Nachbarn, dieselbe Kultur</translation>
        </message>
        <message>
            <source>The server names no parcel of the same crop within 1 km.</source>
            <translation>Der Server nennt im Umkreis von 1 km keine Parzelle mit derselben Kultur.</translation>
        </message>
        <message>
            <source>The layer does not say what grows on this parcel.</source>
            <translation>Der Layer sagt nicht, was auf dieser Parzelle wächst.</translation>
        </message>
        <message>
            <source>No neighbour within 1 km grows “{crop}”.</source>
            <translation>Kein Nachbar im Umkreis von 1 km baut „{crop}“ an.</translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same crop up to {far} m away, by the server, over all their pixels: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} Nachbar mit derselben Kultur bis {far} m entfernt, laut Server, über alle Pixel: Band der mittleren Hälfte (p25 bis p75).</numerusform>
                <numerusform>{count} Nachbarn mit derselben Kultur bis {far} m entfernt, laut Server, über alle ihre Pixel: Band ihrer mittleren Hälfte (p25 bis p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same group as “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} Nachbar mit einer Kultur der Gruppe von „{crop}“ bis {far} m entfernt: Band der mittleren Hälfte (p25 bis p75).</numerusform>
                <numerusform>{count} Nachbarn mit Kulturen der Gruppe von „{crop}“ bis {far} m entfernt: Band ihrer mittleren Hälfte (p25 bis p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} Nachbar mit „{crop}“ bis {far} m entfernt: Band der mittleren Hälfte (p25 bis p75).</numerusform>
                <numerusform>{count} Nachbarn mit „{crop}“ bis {far} m entfernt: Band ihrer mittleren Hälfte (p25 bis p75).</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} on {day}: rank {rank} of {count}, 1 is the highest.</source>
            <translation>{name} am {day}: Rang {rank} von {count}, 1 ist der höchste.</translation>
        </message>
        <message>
            <source>Check the machine: open its markers …</source>
            <translation>Die Maschine prüfen: ihre Marker öffnen …</translation>
        </message>
        <message>
            <source>Markers ({0})</source>
            <translation>Marker ({0})</translation>
        </message>
        <message>
            <source>Markers of Sen4CAP or JRC</source>
            <translation>Marker von Sen4CAP oder JRC</translation>
        </message>
        <message>
            <source>CbM Chips: markers of {file}</source>
            <translation>CbM Chips: Marker aus {file}</translation>
        </message>
        <message numerus="yes">
            <source>{count} markers of {parcels} parcels are read.</source>
            <translation>
                <numerusform>{count} Marker von {parcels} Parzellen ist gelesen.</numerusform>
                <numerusform>{count} Marker von {parcels} Parzellen sind gelesen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join; the table of agreement lists them.</source>
            <translation>
                <numerusform>{count} Zeile lässt sich nicht zuordnen; die Tabelle der Übereinstimmung nennt sie.</numerusform>
                <numerusform>{count} Zeilen lassen sich nicht zuordnen; die Tabelle der Übereinstimmung nennt sie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Event {number}</source>
            <translation>Ereignis {number}</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Lücke</translation>
        </message>
        <message>
            <source>Event {number}: after this</source>
            <translation>Ereignis {number}: danach</translation>
        </message>
        <message>
            <source>Event {number}: by this</source>
            <translation>Ereignis {number}: bis hier</translation>
        </message>
        <message>
            <source>What the machine says is hidden until I have answered</source>
            <translation>Was die Maschine sagt, ist verborgen, bis ich geantwortet habe</translation>
        </message>
        <message>
            <source>No event is marked; clear dates cover “{window}”.</source>
            <translation>Kein Ereignis ist markiert; klare Termine decken „{window}“ ab.</translation>
        </message>
        <message>
            <source>No event is marked; in “{window}” there is {gap}.</source>
            <translation>Kein Ereignis ist markiert; in „{window}“ liegt {gap}.</translation>
        </message>
        <message>
            <source>The machine's answer is hidden until you have answered.</source>
            <translation>Die Antwort der Maschine ist verborgen, bis Sie geantwortet haben.</translation>
        </message>
        <message>
            <source>The machine has found nothing on this parcel.</source>
            <translation>Die Maschine hat auf dieser Parzelle nichts gefunden.</translation>
        </message>
        <message>
            <source>The file of markers does not speak of this parcel.</source>
            <translation>Die Datei mit Markern nennt diese Parzelle nicht.</translation>
        </message>
        <message>
            <source>No window</source>
            <translation>Kein Zeitfenster</translation>
        </message>
        <message>
            <source>{done} of {count}</source>
            <translation>{done} von {count}</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} markers answered</source>
            <translation>
                <numerusform>{done} von {count} Marker beantwortet</numerusform>
                <numerusform>{done} von {count} Markern beantwortet</numerusform>
            </translation>
        </message>
        <message>
            <source>Table …</source>
            <translation>Tabelle …</translation>
        </message>
        <message>
            <source>Table of agreement, and the rows that do not join</source>
            <translation>Tabelle der Übereinstimmung, und die Zeilen ohne Zuordnung</translation>
        </message>
        <message>
            <source>Legal window of the question</source>
            <translation>Rechtliches Zeitfenster der Frage</translation>
        </message>
        <message>
            <source>Legal window of the question: it is shaded in the plot</source>
            <translation>Rechtliches Zeitfenster der Frage: im Diagramm schattiert</translation>
        </message>
        <message>
            <source>Legal windows</source>
            <translation>Rechtliche Zeitfenster</translation>
        </message>
        <message>
            <source>every name once</source>
            <translation>jeder Name einmal</translation>
        </message>
        <message>
            <source>A day is written 2022-03-15, or 03-15 for every year. Both days belong to the window; one that ends earlier in the year than it begins ends in the next.</source>
            <translation>Ein Tag wird 2022-03-15 geschrieben, oder 03-15 für jedes Jahr. Beide Tage gehören zum Zeitfenster; eines, das früher im Jahr endet, als es beginnt, endet im nächsten.</translation>
        </message>
        <message>
            <source>mowing</source>
            <translation>Mahd</translation>
        </message>
        <message>
            <source>harvest</source>
            <translation>Ernte</translation>
        </message>
        <message>
            <source>refuted</source>
            <translation>widerlegt</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>bis {day}</translation>
        </message>
        <message>
            <source>after {day}</source>
            <translation>nach {day}</translation>
        </message>
        <message>
            <source>marked on a date that is only partly clear</source>
            <translation>an einem nur teilweise klaren Termin markiert</translation>
        </message>
        <message>
            <source>Machine: {what}</source>
            <translation>Maschine: {what}</translation>
        </message>
        <message>
            <source>{verdict}, blind</source>
            <translation>{verdict}, blind</translation>
        </message>
        <message>
            <source>Looking for the parcel in “{layer}” …</source>
            <translation>Die Parzelle wird in „{layer}“ gesucht …</translation>
        </message>
        <message>
            <source>CbM Chips: parcel</source>
            <translation>CbM Chips: Parzelle</translation>
        </message>
        <message>
            <source>Selected parcels</source>
            <translation>Ausgewählte Parzellen</translation>
        </message>
        <message>
            <source>Forget the selected parcels; this one stays</source>
            <translation>Die ausgewählten Parzellen vergessen; die gezeigte bleibt</translation>
        </message>
        <message>
            <source>Parcel {number} of {count}, {done} read</source>
            <translation>Parzelle {number} von {count}, {done} gelesen</translation>
        </message>
        <message>
            <source>Stretch of {place} for all</source>
            <translation>Streckung von {place} für alle</translation>
        </message>
        <message>
            <source>One stretch for all: that of the first parcel with clear dates</source>
            <translation>Eine Streckung für alle: die der ersten Parzelle mit klaren Terminen</translation>
        </message>
        <message>
            <source>There is no further parcel in this direction.</source>
            <translation>In dieser Richtung gibt es keine weitere Parzelle.</translation>
        </message>
        <message>
            <source>The other parcels are not read ahead: {problem}</source>
            <translation>Die anderen Parzellen werden nicht im Voraus gelesen: {problem}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more parcels can't be used.</source>
            <translation>
                <numerusform>{count} weitere Parzelle lässt sich nicht verwenden.</numerusform>
                <numerusform>{count} weitere Parzellen lassen sich nicht verwenden.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{layer}” has no further parcel in this direction.</source>
            <translation>„{layer}“ hat in dieser Richtung keine weitere Parzelle.</translation>
        </message>
        <message>
            <source>“{layer}” has no parcel where {place} lies: this is one of its ends.</source>
            <translation>„{layer}“ hat keine Parzelle, wo {place} liegt: dies ist eines seiner Enden.</translation>
        </message>
        <message>
            <source>The layer of these parcels is no longer in the project.</source>
            <translation>Der Layer dieser Parzellen ist nicht mehr im Projekt.</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {value}; allowed: {allowed}</source>
            <translation>Parzelle {label} ist nicht zu gebrauchen: {value}; erlaubt: {allowed}</translation>
        </message>
        <message>
            <source>{action}; Esc gives the former tool back</source>
            <translation>{action}; Esc gibt das vorige Werkzeug zurück</translation>
        </message>
        <message>
            <source>There is no place on earth where you clicked.</source>
            <translation>Wo Sie geklickt haben, ist kein Ort auf der Erde.</translation>
        </message>
        <message>
            <source>There is no parcel where you clicked.</source>
            <translation>Wo Sie geklickt haben, liegt keine Parzelle.</translation>
        </message>
        <message>
            <source>“{layer}” has no coordinate system: set the layer's CRS first.</source>
            <translation>„{layer}“ hat kein Koordinatensystem: setzen Sie zuerst das KBS des Layers.</translation>
        </message>
        <message>
            <source>The project has no coordinate system (CRS): choose one in its properties.</source>
            <translation>Das Projekt hat kein Koordinatensystem (KBS): wählen Sie eines in seinen Eigenschaften.</translation>
        </message>
        <message>
            <source>Pick a place on the map</source>
            <translation>Einen Ort auf der Karte wählen</translation>
        </message>
        <message>
            <source>Pick a parcel on the map</source>
            <translation>Eine Parzelle auf der Karte wählen</translation>
        </message>
        <message>
            <source>Previous parcel</source>
            <translation>Vorige Parzelle</translation>
        </message>
        <message>
            <source>Next parcel</source>
            <translation>Nächste Parzelle</translation>
        </message>
        <message>
            <source>All selected parcels</source>
            <translation>Alle ausgewählten Parzellen</translation>
        </message>
        <message>
            <source>Cache</source>
            <translation>Zwischenspeicher</translation>
        </message>
        <message>
            <source>Folder of the cache</source>
            <translation>Ordner des Zwischenspeichers</translation>
        </message>
        <message>
            <source>Clear the cache…</source>
            <translation>Zwischenspeicher leeren…</translation>
        </message>
        <message>
            <source>Pictures are then read again from their source when needed.</source>
            <translation>Bilder werden dann bei Bedarf neu von ihrer Quelle gelesen.</translation>
        </message>
        <message>
            <source>Size of the cache</source>
            <translation>Größe des Zwischenspeichers</translation>
        </message>
        <message>
            <source>Remove all of this? Your own files are not touched. Pictures are read again from their source when needed, and the built-in sample is made again.</source>
            <translation>All das entfernen? Ihre eigenen Dateien bleiben unberührt. Bilder werden bei Bedarf wieder von ihrer Quelle gelesen, und das eingebaute Beispiel wird wieder erstellt.</translation>
        </message>
        <message>
            <source>Clearing the cache</source>
            <translation>Zwischenspeicher wird geleert</translation>
        </message>
        <message>
            <source>Looking into the cache…</source>
            <translation>Blick in den Zwischenspeicher…</translation>
        </message>
        <message>
            <source>the package diskcache is missing</source>
            <translation>das Paket diskcache fehlt</translation>
        </message>
        <message>
            <source>No cache: {reason}</source>
            <translation>Kein Zwischenspeicher: {reason}</translation>
        </message>
        <message>
            <source>The environment variable CBM_CHIPS_CACHE sets the folder: {folder}</source>
            <translation>Die Umgebungsvariable CBM_CHIPS_CACHE bestimmt den Ordner: {folder}</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source> MB</source>
            <translation> MB</translation>
        </message>
        <message>
            <source>Most megabytes the cache may take</source>
            <translation>So viele Megabyte darf der Zwischenspeicher höchstens belegen</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries</source>
            <translation>
                <numerusform>{count} Eintrag</numerusform>
                <numerusform>{count} Einträge</numerusform>
            </translation>
        </message>
        <message>
            <source>In use: {entries}, {size} MB of {limit} MB</source>
            <translation>Belegt: {entries}, {size} MB von {limit} MB</translation>
        </message>
        <message>
            <source>Windows and answers of searches: {count}, {size} MB</source>
            <translation>Ausschnitte und Antworten auf Suchen: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Parts of the files' compressed blocks: {count}, {size} MB</source>
            <translation>Teile der komprimierten Blöcke von Dateien: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Built-in sample, beside this limit: {size} MB</source>
            <translation>Eingebautes Beispiel, neben dieser Grenze: {size} MB</translation>
        </message>
        <message>
            <source>Pixels without data never count as clear.</source>
            <translation>Pixel ohne Daten zählen nie als klar.</translation>
        </message>
        <message>
            <source>Cloud rules</source>
            <translation>Wolkenregeln</translation>
        </message>
        <message>
            <source>Python packages</source>
            <translation>Python-Pakete</translation>
        </message>
        <message>
            <source>Install or repair</source>
            <translation>Installieren oder reparieren</translation>
        </message>
        <message>
            <source>From a folder of wheels…</source>
            <translation>Aus einem Ordner mit Wheels…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Looking for Python packages…</source>
            <translation>Python-Pakete werden gesucht…</translation>
        </message>
        <message>
            <source>All packages are there.</source>
            <translation>Alle Pakete sind da.</translation>
        </message>
        <message>
            <source>Folder with wheels, in place of the network</source>
            <translation>Ordner mit Wheels anstelle des Netzes</translation>
        </message>
        <message>
            <source>Remove the packages that the plugin has installed into this profile?</source>
            <translation>Die Pakete entfernen, die die Erweiterung in dieses Profil installiert hat?</translation>
        </message>
        <message>
            <source>Package index</source>
            <translation>Paketverzeichnis</translation>
        </message>
        <message>
            <source>Address of the index that missing packages are fetched from</source>
            <translation>Adresse des Verzeichnisses, aus dem fehlende Pakete geholt werden</translation>
        </message>
        <message>
            <source>rasterio reads what the fast reader can't, as QGIS's own GDAL is missing.</source>
            <translation>Was der schnelle Leser nicht kann, liest rasterio, weil das GDAL von QGIS fehlt.</translation>
        </message>
        <message>
            <source>QGIS's own GDAL reads what the fast reader can't; rasterio is not needed.</source>
            <translation>Was der schnelle Leser nicht kann, liest das GDAL von QGIS; rasterio wird nicht gebraucht.</translation>
        </message>
        <message>
            <source>Folder for chips loaded as layers</source>
            <translation>Ordner für Chips, die als Layer geladen werden</translation>
        </message>
        <message>
            <source>Beside the project</source>
            <translation>Neben dem Projekt</translation>
        </message>
        <message>
            <source>Folders, cache, clouds and reading; the sources stay.</source>
            <translation>Ordner, Zwischenspeicher, Wolken und Lesen; die Quellen bleiben.</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>Folder for chips</source>
            <translation>Ordner für Chips</translation>
        </message>
        <message>
            <source>A pixel of a ticked class of the scene classification is bad.</source>
            <translation>Ein Pixel einer angekreuzten Klasse der Szenenklassifikation ist schlecht.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Files read at once</source>
            <translation>Zugleich gelesene Dateien</translation>
        </message>
        <message>
            <source>Bad pixels a clear date may have, per cent</source>
            <translation>Schlechte Pixel, die ein klarer Termin haben darf, in Prozent</translation>
        </message>
        <message>
            <source>Fewer are kinder to slow lines and small servers.</source>
            <translation>Weniger schonen langsame Leitungen und kleine Server.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Address or path</source>
            <translation>Adresse oder Pfad</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Kind of source</source>
            <translation>Art der Quelle</translation>
        </message>
        <message>
            <source>STAC catalogue</source>
            <translation>STAC-Katalog</translation>
        </message>
        <message>
            <source>A STAC API, or a catalogue by its address or path.</source>
            <translation>Eine STAC-API, oder ein Katalog nach Adresse oder Pfad.</translation>
        </message>
        <message>
            <source>CbM service</source>
            <translation>CbM-Dienst</translation>
        </message>
        <message>
            <source>A JRC CbM RESTful service: chips, and parcels by click.</source>
            <translation>Ein CbM-RESTful-Dienst des JRC: Chips, und Parzellen auf Klick.</translation>
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. A CbM service takes user name and password as Basic. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation>Anmeldungen verwahrt QGIS verschlüsselt; hier wird nur die Kennung der Konfiguration vermerkt. Ein CbM-Dienst nimmt Benutzername und Passwort als „Einfache Authentifizierung“ (Basic). S3-Schlüssel sind eine Konfiguration der Art AWS S3, oder „Einfache Authentifizierung“ mit S3 als „Bereich“ (Realm).</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Hinzufügen…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>auf diesem Rechner</translation>
        </message>
        <message>
            <source>Built-in sources stay; of theirs only the login can be changed.</source>
            <translation>Eingebaute Quellen bleiben; bei ihnen lässt sich nur die Anmeldung ändern.</translation>
        </message>
        <message>
            <source>{title}: the login can't be opened. Was QGIS's master password given?</source>
            <translation>{title}: die Anmeldung lässt sich nicht öffnen. Wurde das Hauptpasswort von QGIS eingegeben?</translation>
        </message>
        <message>
            <source>{title}: asking…</source>
            <translation>{title}: wird gefragt…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Sources with name, address and login</source>
            <translation>Quellen mit Name, Adresse und Anmeldung</translation>
        </message>
        <message>
            <source>Ticked: it is asked for its newest date, too, where another source seems to be behind.</source>
            <translation>Mit Haken: Auch sie wird nach ihrem neuesten Termin gefragt, wo eine andere Quelle zurückzuliegen scheint.</translation>
        </message>
        <message>
            <source>Indices and bands of the plot</source>
            <translation>Indizes und Bänder des Diagramms</translation>
        </message>
        <message>
            <source>How the plot is shown, and what is saved</source>
            <translation>Wie das Diagramm aussieht, und was gespeichert wird</translation>
        </message>
        <message>
            <source>{band} (reflectance)</source>
            <translation>{band} (Reflexionsgrad)</translation>
        </message>
        <message>
            <source>Range of half of the pixels (p25 to p75)</source>
            <translation>Spanne der Hälfte der Pixel (p25 bis p75)</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
        <message>
            <source>Years over each other</source>
            <translation>Jahre übereinander</translation>
        </message>
        <message>
            <source>Series of the CbM server</source>
            <translation>Zeitreihe des CbM-Servers</translation>
        </message>
        <message>
            <source>Smoothing (Whittaker)</source>
            <translation>Glättung (Whittaker)</translation>
        </message>
        <message>
            <source>Smoothing needs the Python package SciPy.</source>
            <translation>Glätten braucht das Python-Paket SciPy.</translation>
        </message>
        <message>
            <source>Smoothing: needs the Python package SciPy</source>
            <translation>Glättung: braucht das Python-Paket SciPy</translation>
        </message>
        <message>
            <source>λ = {number}</source>
            <translation>λ = {number}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Show the whole time</source>
            <translation>Die ganze Zeit zeigen</translation>
        </message>
        <message>
            <source>Copy picture and numbers</source>
            <translation>Bild und Zahlen kopieren</translation>
        </message>
        <message>
            <source>Save as PNG, SVG or CSV …</source>
            <translation>Als PNG, SVG oder CSV speichern …</translation>
        </message>
        <message>
            <source>Series plot</source>
            <translation>Diagramm der Zeitreihe</translation>
        </message>
        <message>
            <source>Pick a place: its dates come here with their values.</source>
            <translation>Einen Ort wählen: seine Termine stehen dann hier mit ihren Werten.</translation>
        </message>
        <message>
            <source>Save the plot</source>
            <translation>Diagramm speichern</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
        <message numerus="yes">
            <source>{count} clear pixels</source>
            <translation>
                <numerusform>{count} klares Pixel</numerusform>
                <numerusform>{count} klare Pixel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} pixels</source>
            <translation>
                <numerusform>{count} Pixel</numerusform>
                <numerusform>{count} Pixel</numerusform>
            </translation>
        </message>
        <message>
            <source>(half of the pixels {0} to {1})</source>
            <translation>(die Hälfte der Pixel {0} bis {1})</translation>
        </message>
        <message>
            <source>Choose a date of a place first.</source>
            <translation>Wählen Sie zuerst einen Termin eines Orts.</translation>
        </message>
        <message>
            <source>your own answer first: it is hidden</source>
            <translation>zuerst Ihre eigene Antwort: er ist verborgen</translation>
        </message>
        <message>
            <source>CbM Chips: stretch of {place}</source>
            <translation>CbM Chips: Streckung von {place}</translation>
        </message>
        <message>
            <source>six values, two for each band, for an absolute stretch</source>
            <translation>sechs Werte, zwei je Kanal, für eine Streckung mit festen Werten</translation>
        </message>
        <message>
            <source>two percentiles, unless the stretch is absolute</source>
            <translation>zwei Perzentile, außer bei einer Streckung mit festen Werten</translation>
        </message>
        <message>
            <source>Scene classification</source>
            <translation>Szenenklassifikation</translation>
        </message>
        <message>
            <source>{metres} m</source>
            <translation>{metres} m</translation>
        </message>
        <message>
            <source>≤ {share} % cloud</source>
            <translation>≤ {share} % Wolken</translation>
        </message>
        <message>
            <source>clear only</source>
            <translation>nur klare</translation>
        </message>
        <message>
            <source>one per date</source>
            <translation>eines je Tag</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d. MMM yyyy</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d. MMM</translation>
        </message>
        <message>
            <source>There is no question to answer: pick a parcel or open a queue.</source>
            <translation>Es gibt keine Frage zu beantworten: eine Parzelle wählen oder eine Liste öffnen.</translation>
        </message>
        <message>
            <source>the disk does not answer</source>
            <translation>der Datenträger antwortet nicht</translation>
        </message>
        <message>
            <source>This is the last of the queue.</source>
            <translation>Das ist die letzte der Warteschlange.</translation>
        </message>
        <message>
            <source>This is the first.</source>
            <translation>Das ist die erste.</translation>
        </message>
        <message>
            <source>All questions of the queue are decided.</source>
            <translation>Alle Fragen der Warteschlange sind entschieden.</translation>
        </message>
        <message>
            <source>Parcel {id} is in the reserve of {bucket}: its turn has not come.</source>
            <translation>Parzelle {id} ist in der Reserve von {bucket}: Sie ist noch nicht an der Reihe.</translation>
        </message>
        <message>
            <source>Parcel {id} is not in the queue: {reason}</source>
            <translation>Parzelle {id} ist nicht in der Warteschlange: {reason}</translation>
        </message>
        <message>
            <source>The queue has no parcel {id}.</source>
            <translation>Die Warteschlange hat keine Parzelle {id}.</translation>
        </message>
        <message>
            <source>Parcel {id}{why} can't be inspected, and {bucket} has no reserve left.</source>
            <translation>Parzelle {id}{why} kann nicht geprüft werden, und {bucket} hat keine Reserve mehr.</translation>
        </message>
        <message>
            <source>Parcel {other} takes the place of {id}{why} in {bucket}.</source>
            <translation>Parzelle {other} tritt in {bucket} an die Stelle von {id}{why}.</translation>
        </message>
        <message>
            <source>it could not be opened</source>
            <translation>es konnte nicht geöffnet werden</translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} ({why}). They are kept in {file}, and get into the record when it is opened again.</source>
            <translation>
                <numerusform>{count} Antwort steht nicht im Protokoll {record} ({why}). Sie ist in {file} aufbewahrt und kommt ins Protokoll, wenn es wieder geöffnet wird.</numerusform>
                <numerusform>{count} Antworten stehen nicht im Protokoll {record} ({why}). Sie sind in {file} aufbewahrt und kommen ins Protokoll, wenn es wieder geöffnet wird.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers that could not be written before are in the record now.</source>
            <translation>
                <numerusform>{count} Antwort, die zuvor nicht geschrieben werden konnte, steht jetzt im Protokoll.</numerusform>
                <numerusform>{count} Antworten, die zuvor nicht geschrieben werden konnten, stehen jetzt im Protokoll.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} yet: they get there when it is opened.</source>
            <translation>
                <numerusform>{count} Antwort steht noch nicht im Protokoll {record}: Sie kommt hinein, wenn es geöffnet wird.</numerusform>
                <numerusform>{count} Antworten stehen noch nicht im Protokoll {record}: Sie kommen hinein, wenn es geöffnet wird.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record}, and could not be kept in a file: {why}</source>
            <translation>
                <numerusform>{count} Antwort steht nicht im Protokoll {record} und konnte in keiner Datei aufbewahrt werden: {why}</numerusform>
                <numerusform>{count} Antworten stehen nicht im Protokoll {record} und konnten in keiner Datei aufbewahrt werden: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>CbM Chips: nearest dates of {place}</source>
            <translation>CbM Chips: nächstgelegene Termine von {place}</translation>
        </message>
        <message>
            <source>{bands} was not read yet: it is being read now.</source>
            <translation>{bands} fehlte noch und wird jetzt gelesen.</translation>
        </message>
        <message>
            <source>Dates as a calendar</source>
            <translation>Termine als Kalender</translation>
        </message>
        <message>
            <source>Which dates are shown</source>
            <translation>Welche Termine gezeigt werden</translation>
        </message>
        <message>
            <source>See whole chips again (0)</source>
            <translation>Wieder ganze Chips sehen (0)</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Klar</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Zweifelhaft</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Teilweise</translation>
        </message>
        <message>
            <source>Cloudy</source>
            <translation>Bewölkt</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Fit: pictures as large as all dates fit into the list</source>
            <translation>Einpassen: Bilder so groß, dass alle Termine in die Liste passen</translation>
        </message>
        <message>
            <source>Size of the pictures</source>
            <translation>Größe der Bilder</translation>
        </message>
        <message>
            <source>Size of the pictures (Ctrl + mouse wheel)</source>
            <translation>Größe der Bilder (Strg + Mausrad)</translation>
        </message>
        <message>
            <source>Point at a picture for its values.</source>
            <translation>Maus auf ein Bild: Werte des Pixels.</translation>
        </message>
        <message>
            <source>Values under the mouse</source>
            <translation>Werte unter der Maus</translation>
        </message>
        <message>
            <source>Load {0} dates as layers</source>
            <translation>{0} Termine als Layer laden</translation>
        </message>
        <message>
            <source>Load as layer</source>
            <translation>Als Layer laden</translation>
        </message>
        <message>
            <source>Retry {0} dates</source>
            <translation>{0} Termine erneut versuchen</translation>
        </message>
        <message>
            <source>Copy scene id</source>
            <translation>Kennung der Szene kopieren</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <source>Order of the dates: {0}</source>
            <translation>Reihenfolge der Termine: {0}</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Neueste zuerst</translation>
        </message>
        <message>
            <source>Clearest first</source>
            <translation>Klarste zuerst</translation>
        </message>
        <message>
            <source>View of the dates: {0}</source>
            <translation>Ansicht der Termine: {0}</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Raster</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>The picture is on its way.</source>
            <translation>Das Bild kommt gleich.</translation>
        </message>
        <message>
            <source>Previous date (←)</source>
            <translation>Voriger Termin (←)</translation>
        </message>
        <message>
            <source>Next date (→)</source>
            <translation>Nächster Termin (→)</translation>
        </message>
        <message>
            <source>Whole chip (0)</source>
            <translation>Ganzer Chip (0)</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Kein Termin</translation>
        </message>
        <message>
            <source>Large view, {date}</source>
            <translation>Großansicht, {date}</translation>
        </message>
        <message>
            <source>{row} of {count}</source>
            <translation>{row} von {count}</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>No date passes this filter.</source>
            <translation>Kein Termin passt durch diesen Filter.</translation>
        </message>
        <message>
            <source>Dates of {0}, {1} m</source>
            <translation>Termine von {0}, {1} m</translation>
        </message>
        <message>
            <source>Red {red}, green {green}, blue {blue}</source>
            <translation>Rot {red}, Grün {green}, Blau {blue}</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>unusable</source>
            <translation>unbrauchbar</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>{0} of the parcel</source>
            <translation>{0} der Parzelle</translation>
        </message>
        <message>
            <source>{0} in chip</source>
            <translation>{0} im Chip</translation>
        </message>
        <message>
            <source>{0} cloud in the parcel</source>
            <translation>{0} Wolken in der Parzelle</translation>
        </message>
        <message>
            <source>{0} cloud in the chip</source>
            <translation>{0} Wolken im Chip</translation>
        </message>
        <message>
            <source>judged by {0} of the parcel</source>
            <translation>beurteilt nach {0} der Parzelle</translation>
        </message>
        <message>
            <source>first date of the comparison</source>
            <translation>erster Termin des Vergleichs</translation>
        </message>
        <message>
            <source>second date of the comparison</source>
            <translation>zweiter Termin des Vergleichs</translation>
        </message>
        <message>
            <source>Satellite, tile</source>
            <translation>Satellit, Kachel</translation>
        </message>
        <message>
            <source>Orbit</source>
            <translation>Umlaufbahn</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Baseline</translation>
        </message>
        <message>
            <source>In the chip</source>
            <translation>Im Chip</translation>
        </message>
        <message>
            <source>{share} % of the pixels are likely clouds (Sen2Cor: {least} % or more)</source>
            <translation>{share} % der Pixel sind wohl Wolken (Sen2Cor: {least} % oder mehr)</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Zweite Meinung</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Versatz</translation>
        </message>
        <message>
            <source>Judged by</source>
            <translation>Beurteilt nach</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>from the cache</source>
            <translation>aus dem Zwischenspeicher</translation>
        </message>
        <message>
            <source>{0} of {1} bands from the cache</source>
            <translation>{0} von {1} Kanälen aus dem Zwischenspeicher</translation>
        </message>
        <message>
            <source>size unknown</source>
            <translation>Größe unbekannt</translation>
        </message>
        <message numerus="yes">
            <source>{share} % ({count} pixels)</source>
            <translation>
                <numerusform>{share} % ({count} Pixel)</numerusform>
                <numerusform>{share} % ({count} Pixel)</numerusform>
            </translation>
        </message>
        <message>
            <source>class {0}</source>
            <translation>Klasse {0}</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>Gespeichert: {path}</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>Wird gespeichert …</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Nothing opened {path}.</source>
            <translation>Nichts hat {path} geöffnet.</translation>
        </message>
        <message>
            <source>The picture could not be written to {0}.</source>
            <translation>Das Bild ließ sich nicht nach {0} schreiben.</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Read this place again, as the form says now</source>
            <translation>Diesen Ort neu lesen, wie das Formular es jetzt sagt</translation>
        </message>
        <message>
            <source>Observability</source>
            <translation>Beobachtbarkeit</translation>
        </message>
        <message>
            <source>{part} of the parcel is in the chip.</source>
            <translation>{part} der Parzelle liegen im Chip.</translation>
        </message>
        <message>
            <source>All of it would need {needed} m, and {most} m is the most.</source>
            <translation>Die ganze bräuchte {needed} m, höchstens {most} m sind möglich.</translation>
        </message>
        <message>
            <source>Read {metres} m</source>
            <translation>{metres} m lesen</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>Als CSV speichern</translation>
        </message>
        <message>
            <source>Sentinel-2 image chips of a place, date by date</source>
            <translation>Sentinel-2-Bildchips eines Ortes, Termin für Termin</translation>
        </message>
        <message>
            <source>Agreement of two looks</source>
            <translation>Übereinstimmung zweier Durchsichten</translation>
        </message>
        <message>
            <source>Compares two looks at the same questions: the first and the second one of a record, or the first looks of two records (an answer that both files hold, as a copy does, is no second one).
A row of the table is a group (bucket); the last one is all of them. It has the questions that both have answered, those with the same outcome, the overall agreement, and Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe), the agreement beyond that of chance. Kappa stays empty where it is not defined: where both have only ever given the same single outcome.
The confusion table counts each pair of outcomes; the list of disagreements has the questions whose outcomes differ, with both answers. Answers that were taken back do not count.</source>
            <translation>Vergleicht zwei Durchsichten derselben Fragen: die erste und die zweite eines Prüfprotokolls, oder die ersten Durchsichten zweier Prüfprotokolle (eine Antwort, die beide Dateien haben, wie bei einer Kopie, ist keine zweite).
Eine Zeile der Tabelle ist eine Gruppe (Bucket); die letzte ist alle zusammen. Sie hat die Fragen, die beide beantwortet haben, die mit demselben Ergebnis, die Übereinstimmung insgesamt und Cohens Kappa (Cohen 1960): (po - pe) / (1 - pe), die Übereinstimmung über die des Zufalls hinaus. Kappa bleibt leer, wo es nicht definiert ist: wo beide immer nur ein und dasselbe Ergebnis gegeben haben.
Die Konfusionstabelle zählt jedes Paar von Ergebnissen; die Liste der Abweichungen hat die Fragen, deren Ergebnisse sich unterscheiden, mit beiden Antworten. Zurückgenommene Antworten zählen nicht.</translation>
        </message>
        <message>
            <source>Second record: without one, the second looks of the first</source>
            <translation>Zweites Prüfprotokoll: ohne eines die zweite Durchsicht des ersten</translation>
        </message>
        <message>
            <source>Record of an inspection</source>
            <translation>Prüfprotokoll</translation>
        </message>
        <message>
            <source>Confusion table</source>
            <translation>Konfusionstabelle</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Abweichungen</translation>
        </message>
        <message>
            <source>Questions with two answers</source>
            <translation>Fragen mit zwei Antworten</translation>
        </message>
        <message>
            <source>Overall agreement</source>
            <translation>Übereinstimmung insgesamt</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohens Kappa</translation>
        </message>
        <message>
            <source>No question has two answers: there is nothing to compare.</source>
            <translation>Keine Frage hat zwei Antworten: Es gibt nichts zu vergleichen.</translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same outcome ({share} %).</source>
            <translation>{agreed} von {both} Fragen haben dasselbe Ergebnis ({share} %).</translation>
        </message>
        <message>
            <source>Cohen's kappa is not defined: there is only one outcome.</source>
            <translation>Cohens Kappa ist nicht definiert: Es gibt nur ein Ergebnis.</translation>
        </message>
        <message>
            <source>Cohen's kappa: {kappa}</source>
            <translation>Cohens Kappa: {kappa}</translation>
        </message>
        <message>
            <source>Make animations of a season</source>
            <translation>Animationen einer Saison machen</translation>
        </message>
        <message>
            <source>Makes an animated GIF of every place, with a frame for each Sentinel-2 acquisition of a period, and the same frames as numbered PNGs.
All frames of a place have one stretch, so that what changes is the ground. Dates on which the parcel is cloudy are left out unless they are wanted. The outline is drawn, and a line below tells the date and where in the period it is.
It needs the Python package Pillow, which QGIS's installers bring.</source>
            <translation>Macht von jedem Ort ein animiertes GIF mit einem Bild für jede Sentinel-2-Aufnahme eines Zeitraums, und dieselben Bilder als nummerierte PNGs.
Alle Bilder eines Ortes haben eine Streckung: was sich ändert, ist der Boden. Termine, an denen die Parzelle bewölkt ist, werden weggelassen, wenn sie nicht gewünscht sind. Der Umriss wird gezeichnet, und eine Zeile darunter nennt das Datum und wo es im Zeitraum liegt.
Es braucht das Python-Paket Pillow, das die Installationsprogramme von QGIS mitbringen.</translation>
        </message>
        <message>
            <source>Folder for the animations</source>
            <translation>Ordner für die Animationen</translation>
        </message>
        <message>
            <source>Animations written</source>
            <translation>Geschriebene Animationen</translation>
        </message>
        <message>
            <source>Places without an animation</source>
            <translation>Orte ohne Animation</translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} frames, {left} dates left out</source>
            <translation>
                <numerusform>{place}: {count} Bild, {left} Termine weggelassen</numerusform>
                <numerusform>{place}: {count} Bilder, {left} Termine weggelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>Index in place of colours</source>
            <translation>Index anstelle von Farben</translation>
        </message>
        <message>
            <source>Milliseconds per date</source>
            <translation>Millisekunden je Termin</translation>
        </message>
        <message>
            <source>Width of the pictures in pixels, about</source>
            <translation>Breite der Bilder in Pixeln, etwa</translation>
        </message>
        <message>
            <source>Make an HTML sheet of chips</source>
            <translation>HTML-Blatt von Chips erstellen</translation>
        </message>
        <message>
            <source>Image chips</source>
            <translation>Bildchips</translation>
        </message>
        <message>
            <source>Puts all dates of a run on one HTML page, to be looked at in a browser, printed or passed on.
The folder is what 'Extract raw chips' or 'Extract colour composite chips' wrote. The pictures are within the page; it needs no other file and no network. Dates are in order, the oldest first, each with its flag, dates without a picture with the reason. Several places become sections of the same page.
Bands are composed anew with the look-up table and stretch given here. Pictures that a run of composites made are shown as they are; without bands given, what the folder holds is chosen.</source>
            <translation>Bringt alle Termine eines Laufs auf eine HTML-Seite, zum Ansehen im Browser, zum Drucken oder Weitergeben.
Der Ordner ist der, den „Rohe Chips ausschneiden“ oder „Farbkomposit-Chips ausschneiden“ geschrieben hat. Die Bilder sind in der Seite enthalten; sie braucht keine andere Datei und kein Netz. Die Termine stehen der Reihe nach, die ältesten zuerst, jeder mit seinem Wolkenurteil, Termine ohne Bild mit dem Grund. Mehrere Orte werden Abschnitte derselben Seite.
Kanäle werden mit der hier angegebenen Umsetztabelle und Streckung neu zusammengesetzt. Bilder, die ein Lauf mit Farbkompositen gemacht hat, erscheinen, wie sie sind; sind keine Kanäle angegeben, wird genommen, was der Ordner enthält.</translation>
        </message>
        <message>
            <source>Folder of a run</source>
            <translation>Ordner eines Laufs</translation>
        </message>
        <message>
            <source>Most columns</source>
            <translation>Höchste Zahl der Spalten</translation>
        </message>
        <message>
            <source>HTML sheet</source>
            <translation>HTML-Blatt</translation>
        </message>
        <message>
            <source>Dates on the page</source>
            <translation>Termine auf der Seite</translation>
        </message>
        <message>
            <source>The run's own pictures are shown, stretched as they are.</source>
            <translation>Gezeigt werden die eigenen Bilder des Laufs, gestreckt, wie sie sind.</translation>
        </message>
        <message>
            <source>Cancelled: no page was written.</source>
            <translation>Abgebrochen: Es wurde keine Seite geschrieben.</translation>
        </message>
        <message>
            <source>Save a run in the CbM client's folders</source>
            <translation>Einen Lauf in den Ordnern des CbM-Clients speichern</translation>
        </message>
        <message>
            <source>Writes the chips of a run as the original CbM client keeps them, for its notebooks.
The folder is what 'Extract raw chips' wrote. Every place becomes &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json (the parcel) and chip_images, which holds a GeoTIFF for each product and band, and a list images_list.&lt;BAND&gt;.csv for each band. Lists that are there already go on. Such a folder can be given as the source to the other algorithms, and be opened in the dock.</source>
            <translation>Schreibt die Chips eines Laufs so, wie der ursprüngliche CbM-Client sie hält, für seine Notebooks.
Der Ordner ist der, den „Rohe Chips ausschneiden“ schrieb. Jeder Ort wird zu &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ mit info.json (der Parzelle) und chip_images, das ein GeoTIFF je Produkt und Band enthält und eine Liste images_list.&lt;BAND&gt;.csv je Band. Listen, die schon da sind, werden fortgesetzt. Ein solcher Ordner kann den anderen Algorithmen als Quelle gegeben und im Dock geöffnet werden.</translation>
        </message>
        <message>
            <source>Area: its code</source>
            <translation>Gebiet: sein Kürzel</translation>
        </message>
        <message>
            <source>Year of the parcels</source>
            <translation>Jahr der Parzellen</translation>
        </message>
        <message>
            <source>Without one, the year of the last date.</source>
            <translation>Ohne Angabe das Jahr des letzten Termins.</translation>
        </message>
        <message>
            <source>Dates written</source>
            <translation>Geschriebene Termine</translation>
        </message>
        <message>
            <source>Dates that failed</source>
            <translation>Fehlgeschlagene Termine</translation>
        </message>
        <message>
            <source>a run of raw chips: this one has pictures only</source>
            <translation>ein Lauf mit rohen Chips: Dieser hat nur Bilder</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} dates are in the folders.</source>
            <translation>
                <numerusform>Abgebrochen: {count} Termin ist in den Ordnern.</numerusform>
                <numerusform>Abgebrochen: {count} Termine sind in den Ordnern.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} dates</source>
            <translation>
                <numerusform>{place}: {count} Termin</numerusform>
                <numerusform>{place}: {count} Termine</numerusform>
            </translation>
        </message>
        <message>
            <source>List dates with cloud flags</source>
            <translation>Termine mit Wolkenurteil auflisten</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Which classes are bad is said by the cloud rule: as listed under bad classes, that of the plugin's options, or one by its name. Without bad classes those of the plugin's options are taken. The rule stands in every row, in cloud_rule.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation>Listet jede Sentinel-2-Aufnahme eines Zeitraums mit einem Wolkenurteil auf, das über der Parzelle gefällt wird.
Nur die Szenenklassifikation (SCL) wird gelesen. Die Pixel, deren Mitte in der Parzelle liegt (ohne Parzellen: alle des Chips), werden nach Klassen gezählt. Ein Termin ist klar (clear), wenn jedes Pixel Daten hat und der Anteil schlechter Klassen in der Toleranz liegt; die anderen sind partly (teilweise), cloudy (bewölkt: zwei Drittel schlecht oder mehr) und no_data (keine Daten). Welche Klassen schlecht sind, sagt die Wolkenregel: wie unter den schlechten Klassen angegeben, die der Einstellungen oder eine mit Namen. Ohne Angabe schlechter Klassen gelten die der Einstellungen. Die Regel steht in jeder Zeile in cloud_rule.
Termine, die sich nicht beurteilen ließen, stehen mit dem Grund in der Liste. Wie viel der Parzelle im Chip liegt, also beurteilt wird, steht in parcel_in_chip_pct.</translation>
        </message>
        <message>
            <source>SCL classes that spoil a pixel</source>
            <translation>SCL-Klassen, die ein Pixel verderben</translation>
        </message>
        <message>
            <source>Cloud flags</source>
            <translation>Wolkenurteile</translation>
        </message>
        <message>
            <source>Dates judged</source>
            <translation>Beurteilte Termine</translation>
        </message>
        <message>
            <source>Dates and parcels that failed</source>
            <translation>Fehlgeschlagene Termine und Parzellen</translation>
        </message>
        <message>
            <source>the table</source>
            <translation>der Tabelle</translation>
        </message>
        <message>
            <source>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone. The time series on the sheet is of what is kept of the season: nothing is asked for it, and the sheet says what lacks.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</source>
            <translation>Schreibt zu jeder Parzelle eines Prüfprotokolls, worauf ihre Antworten beruhen: ein Bündel von Dateien zum Weitergeben.
Ein Bündel ist ein Ordner oder eine ZIP-Datei mit einem Blatt (einer HTML-Seite, die keine andere Datei braucht), allen Zeilen des Prüfprotokolls als record.json, dem Umriss, den angesehenen Bildern mit und ohne Umriss und SHA256SUMS, das 'sha256sum -c' prüft. Auf Wunsch auch die Pixel als GeoTIFFs und das Blatt als PDF.
Die Bilder werden wieder hergestellt, aus dem Zwischenspeicher, wo er sie hat, und mit ihren Prüfsummen zur Zeit der Antwort verglichen. Was abweicht oder sich nicht mehr lesen lässt, wird mit dem Grund gezeigt und kostet nur sich selbst. Die Zeitreihe auf dem Blatt zeigt, was von der Saison aufbewahrt ist: dafür wird nichts abgefragt, und das Blatt sagt, was fehlt.
Geschrieben werden alle Parzellen mit Antworten, oder die des Layers (oder seiner Auswahl), oder die der angegebenen Kennungen. Die Umrisse des Layers treten ein, wo das Prüfprotokoll keine hat. Eine Indexseite und eine Tabelle nennen, was im Ordner ist; andere Bündel darin bleiben. Ein abgebrochener Lauf hinterlässt nur ganze Bündel. Das Prüfprotokoll darf währenddessen anderswo geöffnet sein.</translation>
        </message>
        <message>
            <source>Index (HTML)</source>
            <translation>Index (HTML)</translation>
        </message>
        <message>
            <source>Bundles written</source>
            <translation>Geschriebene Bündel</translation>
        </message>
        <message>
            <source>Pictures proved</source>
            <translation>Bewiesene Bilder</translation>
        </message>
        <message>
            <source>Pictures that differ</source>
            <translation>Abweichende Bilder</translation>
        </message>
        <message>
            <source>Pictures that could not be made again</source>
            <translation>Bilder, die sich nicht wieder herstellen ließen</translation>
        </message>
        <message>
            <source>Ids of the only parcels, separated by commas</source>
            <translation>Kennungen der einzigen Parzellen, durch Kommas getrennt</translation>
        </message>
        <message>
            <source>Source: without one, that of the record</source>
            <translation>Quelle: ohne Angabe die des Prüfprotokolls</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have no answer in the record:</source>
            <translation>
                <numerusform>{count} Parzelle hat keine Antwort im Prüfprotokoll:</numerusform>
                <numerusform>{count} Parzellen haben keine Antwort im Prüfprotokoll:</numerusform>
            </translation>
        </message>
        <message>
            <source>no picture</source>
            <translation>kein Bild</translation>
        </message>
        <message>
            <source>Export the answers of an inspection</source>
            <translation>Antworten einer Prüfung ausgeben</translation>
        </message>
        <message>
            <source>Writes every row of an inspection's sample with what was answered, in the sample's order, as CSV or XLSX.
The sample's columns come first and stay as they are; a row that is open has no outcome, one that was replaced names its replacement and the reason. Where there are several groups (buckets), XLSX has a sheet for each, and beside the CSV file there is one for each. XLSX needs the Python package openpyxl.</source>
            <translation>Schreibt jede Zeile der Stichprobe einer Prüfung mit dem, was geantwortet wurde, in der Reihenfolge der Stichprobe, als CSV oder XLSX.
Die Spalten der Stichprobe kommen zuerst und bleiben, wie sie sind; eine offene Zeile hat kein Ergebnis, eine ersetzte nennt ihren Ersatz und den Grund. Wo es mehrere Gruppen (Buckets) gibt, hat XLSX ein Blatt für jede, und neben der CSV-Datei steht eine für jede. XLSX braucht das Python-Paket openpyxl.</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <source>a file that ends with {kinds}</source>
            <translation>eine Datei, die auf {kinds} endet</translation>
        </message>
        <message>
            <source>Bands, separated by commas</source>
            <translation>Kanäle, durch Kommas getrennt</translation>
        </message>
        <message>
            <source>Install missing Python packages</source>
            <translation>Fehlende Python-Pakete installieren</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Einrichtung</translation>
        </message>
        <message>
            <source>Gets pystac-client, pystac and diskcache into a folder of the plugin's own in the profile.
Only what neither QGIS nor the system has is installed, and what is damaged or of another version is replaced. Each file is checked by its SHA-256; nothing that QGIS ships changes, and pip is not needed. Without a network, give a folder with the wheels (the files *.whl). Either all is installed or nothing is changed. QGIS need not be started anew.</source>
            <translation>Holt pystac-client, pystac und diskcache in einen eigenen Ordner der Erweiterung im Profil.
Installiert wird nur, was weder QGIS noch das System hat; was beschädigt oder von einer anderen Version ist, wird ersetzt. Jede Datei wird an ihrer SHA-256 geprüft; nichts, was QGIS mitbringt, ändert sich, und pip wird nicht gebraucht. Ohne Netz geben Sie einen Ordner mit den Wheels (den Dateien *.whl) an. Entweder wird alles installiert oder nichts geändert. QGIS muss nicht neu gestartet werden.</translation>
        </message>
        <message>
            <source>Install what is missing, repair what is damaged</source>
            <translation>Installieren, was fehlt, und ersetzen, was beschädigt ist</translation>
        </message>
        <message>
            <source>Remove all of them</source>
            <translation>Alle entfernen</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>Address of a package index, in place of that of the options</source>
            <translation>Adresse eines Paketverzeichnisses anstelle der in den Optionen</translation>
        </message>
        <message>
            <source>Packages installed or removed</source>
            <translation>Installierte oder entfernte Pakete</translation>
        </message>
        <message>
            <source>Folder of the packages</source>
            <translation>Ordner der Pakete</translation>
        </message>
        <message>
            <source>Match-up of parcels with dates</source>
            <translation>Zuordnung von Parzellen mit Datum</translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. If wanted, the chips of the dates in the table are written as well. Only acquisitions near some feature's date are read.</source>
            <translation>Für jedes Objekt mit einem eigenen Datum: die nächste klare Sentinel-2-Aufnahme davor und danach, der Abstand in Tagen und die Statistik von Bändern und Indizes, als Tabelle mit zwei Zeilen je Objekt.
Der Tag selbst zählt als davor. Wo kein klarer Termin nahe genug liegt, sagt es die Zeile, und ein Objekt ohne Datum oder Geometrie hat eine Zeile mit dem Grund. Auf Wunsch werden auch die Chips der Termine in der Tabelle geschrieben. Nur Aufnahmen nahe am Datum eines Objekts werden gelesen.</translation>
        </message>
        <message>
            <source>Indices</source>
            <translation>Indizes</translation>
        </message>
        <message>
            <source>Match-up</source>
            <translation>Zuordnung</translation>
        </message>
        <message>
            <source>Field with each feature's date</source>
            <translation>Feld mit dem Datum jedes Objekts</translation>
        </message>
        <message>
            <source>Most days before and after</source>
            <translation>Höchstens so viele Tage davor und danach</translation>
        </message>
        <message>
            <source>a field of dates, of which some feature has one</source>
            <translation>ein Feld mit Daten, von denen ein Objekt eines hat</translation>
        </message>
        <message>
            <source>The Python lines give all dates, not only those near the parcels' own.</source>
            <translation>Die Python-Zeilen geben alle Termine, nicht nur die nahe denen der Parzellen.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} rows are in the table.</source>
            <translation>
                <numerusform>Abgebrochen: {count} Zeile steht in der Tabelle.</numerusform>
                <numerusform>Abgebrochen: {count} Zeilen stehen in der Tabelle.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} features have no date that can be read; each has a row that says so.</source>
            <translation>
                <numerusform>{count} Objekt hat kein lesbares Datum; es hat eine Zeile, die das sagt.</numerusform>
                <numerusform>{count} Objekte haben kein lesbares Datum; jedes hat eine Zeile, die das sagt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Parcel at a location</source>
            <translation>Parzelle an einem Ort</translation>
        </message>
        <message>
            <source>Asks a CbM server for the parcels at a point, or for the parcel of an id.
Give a point or an id, and the area and year whose parcels are meant; some servers have several types of parcels. The result is a layer of polygons (EPSG:4326) with id, name and code of the crop, and the area in square metres as the server measured it: one feature per parcel, several where parcels overlap, none where there is none. The layer can be given as parcels to the algorithms for chips.</source>
            <translation>Fragt einen CbM-Server nach den Parzellen an einem Punkt, oder nach der Parzelle mit einer Kennung.
Geben Sie einen Punkt oder eine Kennung an, dazu Gebiet und Jahr, deren Parzellen gemeint sind; manche Server haben mehrere Typen von Parzellen. Das Ergebnis ist ein Layer von Polygonen (EPSG:4326) mit Kennung, Name und Code der Kultur, und der Fläche in Quadratmetern, wie der Server sie gemessen hat: ein Objekt je Parzelle, mehrere, wo sich Parzellen überlappen, keines, wo keine liegt. Den Layer können die Algorithmen für Chips als Parzellen nehmen.</translation>
        </message>
        <message>
            <source>A point in the parcel</source>
            <translation>Ein Punkt in der Parzelle</translation>
        </message>
        <message>
            <source>Id of the parcel</source>
            <translation>Kennung der Parzelle</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>Parzellen</translation>
        </message>
        <message>
            <source>Parcels found</source>
            <translation>Gefundene Parzellen</translation>
        </message>
        <message>
            <source>There is no parcel.</source>
            <translation>Es gibt keine Parzelle.</translation>
        </message>
        <message>
            <source>Time series of all parcels</source>
            <translation>Zeitreihen aller Parzellen</translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below those of the dates before and after it that are clear or partly clear, 0 where it does not, and empty for cloudy dates and where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation>Statistik von Bändern und Indizes für jede Parzelle eines Layers und jede Sentinel-2-Aufnahme eines Zeitraums, als Tabelle.
Jede Datei wird einmal für alle Parzellen darin gelesen. Eine Zeile hat das Wolkenurteil und die Pixel jeder SCL-Klasse, dann für jedes Band und jeden Index (als Reflexion) count, mean, std, min, max, p25, p50 und p75 der klaren Pixel: ein Pixel von 10 m ist so klar wie das SCL-Pixel, in dem seine Mitte liegt. 'suspect' ist 1, wo der Mittelwert von NDVI (sonst des ersten Index) um mehr als 0,2 unter denen der Termine davor und danach liegt, die klar oder teilweise klar sind, sonst 0, und leer an bewölkten Terminen und wo ein Nachbar fehlt. Solche Zeilen werden markiert, nie weggelassen: eine gemähte Wiese sieht aus wie eine übersehene Wolke.
Parzellen, die nicht gelesen werden können, und Dateien, die fehlen, kosten nur ihre eigenen Zeilen, die sagen, warum. Derselbe Lauf noch einmal, oder einer mit späterem letzten Tag, liest nur, was fehlt.</translation>
        </message>
        <message>
            <source>Observability of the parcels</source>
            <translation>Beobachtbarkeit der Parzellen</translation>
        </message>
        <message>
            <source>Observability of parcels</source>
            <translation>Beobachtbarkeit von Parzellen</translation>
        </message>
        <message>
            <source>Which parcels of a layer can be judged with Sentinel-2 at all, as a table.
Only the scene classification (SCL) is read. Of each parcel: the pixels of 10 m that lie wholly in it, also where its outline is shrunk by 5 or 10 m; whether it is usable by the published rule (at least 8 full pixels, less than 60 % of them lost at 5 m: Vajsova et al. 2020); its clear dates in the period, the first, the last, and the longest gap between them.</source>
            <translation>Welche Parzellen eines Layers sich mit Sentinel-2 überhaupt beurteilen lassen, als Tabelle.
Nur die Szenenklassifikation (SCL) wird gelesen. Von jeder Parzelle: die Pixel von 10 m, die ganz in ihr liegen, auch wenn ihr Umriss um 5 oder 10 m schrumpft; ob sie nach der veröffentlichten Regel brauchbar ist (mindestens 8 volle Pixel, von denen bei 5 m weniger als 60 % verloren gehen: Vajsova et al. 2020); ihre klaren Termine im Zeitraum, der erste, der letzte und die längste Lücke dazwischen.</translation>
        </message>
        <message>
            <source>Cancelled: nothing is in the table.</source>
            <translation>Abgebrochen: in der Tabelle steht nichts.</translation>
        </message>
        <message>
            <source>Progress of an inspection</source>
            <translation>Stand einer Prüfung</translation>
        </message>
        <message>
            <source>Counts, for each group (bucket) of an inspection's record, what is wanted, answered and open.
A row is a group; the last one is all of them. Its columns are the questions wanted, the rows of the sample, those answered, done (answered, without those that another one stands in for) and answered by outcome, open, replaced, those of the reserve that are not needed yet, and second looks. The record may be open elsewhere meanwhile.</source>
            <translation>Zählt für jede Gruppe (Bucket) eines Prüfprotokolls, was gewünscht, beantwortet und offen ist.
Eine Zeile ist eine Gruppe; die letzte ist alle zusammen. Ihre Spalten sind die gewünschten Fragen, die Zeilen der Stichprobe, die beantworteten, die erledigten (beantwortet, ohne die, für die eine andere einsteht) und die nach Ergebnis, die offenen, die ersetzten, die der Reserve, die noch nicht gebraucht werden, und zweite Durchsichten. Das Prüfprotokoll darf währenddessen anderswo geöffnet sein.</translation>
        </message>
        <message>
            <source>Questions answered</source>
            <translation>Beantwortete Fragen</translation>
        </message>
        <message>
            <source>Questions open</source>
            <translation>Offene Fragen</translation>
        </message>
        <message>
            <source>Plot time series of parcels</source>
            <translation>Zeitreihen von Parzellen als Diagramm</translation>
        </message>
        <message>
            <source>Many parcels</source>
            <translation>Viele Parzellen</translation>
        </message>
        <message>
            <source>Draws the series of one or a few parcels of a table that 'Time series of all parcels' made, as PNG or SVG; as CSV it writes the numbers.
A date is a mark: full where it is clear, half where it is partly clouded, hollow where it is cloudy, a triangle where its value dips alone, a cross where it has no value. The line joins clear dates up to 20 days apart and is broken over longer gaps; the band is the middle half of the pixels (p25 to p75).
Smoothing is Whittaker's (Eilers 2003) with the given λ on a daily grid, by the clear dates; it needs SciPy. The marks stay.</source>
            <translation>Zeichnet die Zeitreihe einer oder weniger Parzellen einer Tabelle, die 'Zeitreihen aller Parzellen' erstellt hat, als PNG oder SVG; als CSV schreibt es die Zahlen.
Ein Termin ist ein Zeichen: voll, wo er klar ist, halb, wo er teilweise bewölkt ist, hohl, wo er bewölkt ist, ein Dreieck, wo sein Wert allein einbricht, ein Kreuz, wo er keinen Wert hat. Die Linie verbindet klare Termine, die bis zu 20 Tage auseinanderliegen, und ist über längere Lücken unterbrochen; das Band ist die mittlere Hälfte der Pixel (p25 bis p75).
Geglättet wird nach Whittaker (Eilers 2003) mit dem gegebenen λ auf täglichem Raster, nach den klaren Terminen; dafür braucht es SciPy. Die Zeichen bleiben.</translation>
        </message>
        <message>
            <source>Time series of parcels</source>
            <translation>Zeitreihen von Parzellen</translation>
        </message>
        <message>
            <source>Ids of parcels, by commas</source>
            <translation>Kennungen der Parzellen, mit Kommas</translation>
        </message>
        <message>
            <source>Indices and bands, by commas</source>
            <translation>Indizes und Bänder, mit Kommas</translation>
        </message>
        <message>
            <source>Field with the parcel's id</source>
            <translation>Feld mit der Kennung der Parzelle</translation>
        </message>
        <message>
            <source>Smoothing: λ (0 for none)</source>
            <translation>Glättung: λ (0 für keine)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Breite in Pixeln</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Höhe in Pixeln</translation>
        </message>
        <message>
            <source>Plot</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <source>Dates in the plot</source>
            <translation>Termine im Diagramm</translation>
        </message>
        <message>
            <source>0: smoothing needs the Python package SciPy</source>
            <translation>0: Glätten braucht das Python-Paket SciPy</translation>
        </message>
        <message>
            <source>Cancelled: no plot was written.</source>
            <translation>Abgebrochen: kein Diagramm wurde geschrieben.</translation>
        </message>
        <message numerus="yes">
            <source>the ids of up to {count} parcels</source>
            <translation>
                <numerusform>die Kennung von {count} Parzelle</numerusform>
                <numerusform>die Kennungen von bis zu {count} Parzellen</numerusform>
            </translation>
        </message>
        <message>
            <source>a table with at least one row</source>
            <translation>eine Tabelle mit mindestens einer Zeile</translation>
        </message>
        <message>
            <source>ids of parcels that the table has</source>
            <translation>Kennungen von Parzellen, die die Tabelle hat</translation>
        </message>
        <message>
            <source>Time series of a CbM server</source>
            <translation>Zeitreihe eines CbM-Servers</translation>
        </message>
        <message>
            <source>Gets the time series that a CbM server keeps of a parcel, as a table.
Kinds: s2 (statistics of the Sentinel-2 bands over the parcel, numbers as in the file), bs (Sentinel-1 backscatter, linear), c6 (Sentinel-1 coherence), scl (counts of the scene classification). There is one row per acquisition and band, with the columns of the server; times are UTC. In the column hist, 4:187 means 187 pixels of class 4.
Which kinds there are depends on the server and the area.</source>
            <translation>Holt die Zeitreihe, die ein CbM-Server von einer Parzelle führt, als Tabelle.
Arten: s2 (Statistik der Sentinel-2-Kanäle über der Parzelle, Zahlen wie in der Datei), bs (Sentinel-1-Rückstreuung, linear), c6 (Sentinel-1-Kohärenz), scl (Pixelzahlen der Szenenklassifikation). Es gibt eine Zeile je Aufnahme und Kanal, mit den Spalten des Servers; Zeiten sind UTC. In der Spalte hist bedeutet 4:187, dass 187 Pixel zur Klasse 4 gehören.
Welche Arten es gibt, hängt vom Server und vom Gebiet ab.</translation>
        </message>
        <message>
            <source>There is no cache: everything is read anew.</source>
            <translation>Es gibt keinen Zwischenspeicher: alles wird neu gelesen.</translation>
        </message>
        <message>
            <source>There is no cache, as the package {name} is missing: everything is read anew.</source>
            <translation>Es gibt keinen Zwischenspeicher, weil das Paket {name} fehlt: Alles wird neu gelesen.</translation>
        </message>
        <message>
            <source>{place}: no date from {start} to {end}.</source>
            <translation>{place}: kein Termin von {start} bis {end}.</translation>
        </message>
        <message>
            <source>The nearest is {day}.</source>
            <translation>Der nächste ist {day}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} of {total} places have no date from {start} to {end}.</source>
            <translation>
                <numerusform>{count} von {total} Orten hat keinen Termin vom {start} bis {end}.</numerusform>
                <numerusform>{count} von {total} Orten haben keinen Termin vom {start} bis {end}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The nearest are {days}.</source>
            <translation>Die nächsten sind {days}.</translation>
        </message>
        <message>
            <source>Scenes with more than {share} % cloud were left out (MAX_SCENE_CLOUD).</source>
            <translation>Szenen mit mehr als {share} % Wolken wurden ausgelassen (MAX_SCENE_CLOUD).</translation>
        </message>
        <message>
            <source>Choose the login under {parameter}, or for this source in the plugin's options.</source>
            <translation>Wählen Sie die Anmeldung unter {parameter}, oder für diese Quelle in den Optionen der Erweiterung.</translation>
        </message>
        <message>
            <source>One of “{first}” and “{second}” is needed, and not both.</source>
            <translation>Nötig ist eines von „{first}“ und „{second}“, und nicht beide.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} dates are in {table}.</source>
            <translation>
                <numerusform>Abgebrochen: {done} von {count} Termin ist in {table}.</numerusform>
                <numerusform>Abgebrochen: {done} von {count} Terminen sind in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} parcels are in {table}.</source>
            <translation>
                <numerusform>Abgebrochen: {done} von {count} Parzelle ist in {table}.</numerusform>
                <numerusform>Abgebrochen: {done} von {count} Parzellen sind in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more have only some of their dates.</source>
            <translation>
                <numerusform>{count} weitere hat nur einen Teil ihrer Termine.</numerusform>
                <numerusform>{count} weitere haben nur einen Teil ihrer Termine.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place} has only {done} of its {count} dates.</source>
            <translation>
                <numerusform>{place} hat nur {done} seiner {count} Termin.</numerusform>
                <numerusform>{place} hat nur {done} seiner {count} Termine.</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder for the chips</source>
            <translation>Ordner für die Chips</translation>
        </message>
        <message>
            <source>Manifest (JSON)</source>
            <translation>Manifest (JSON)</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>Tabelle (CSV)</translation>
        </message>
        <message>
            <source>the folder</source>
            <translation>dem Ordner</translation>
        </message>
        <message>
            <source>{count} files are too many to load as layers; they are in the folder.</source>
            <translation>{count} Dateien sind zu viele, um sie als Layer zu laden; sie liegen im Ordner.</translation>
        </message>
        <message>
            <source>Pixels that stand for a parcel</source>
            <translation>Pixel, die für eine Parzelle stehen</translation>
        </message>
        <message>
            <source>centre: those whose centre lies in it. inside: those that lie in it as a whole. area-weighted: all that it covers something of, each by the share it covers; a count is then the sum of these shares, and the flags stay those of the centres. It takes the Python package exactextract.</source>
            <translation>centre: die, deren Mitte in ihr liegt. inside: die, die ganz in ihr liegen. area-weighted: alle, von denen sie etwas bedeckt, jedes mit dem Anteil, den sie bedeckt; eine Anzahl ist dann die Summe dieser Anteile, und die Wolkenurteile bleiben die der Mitten. Das braucht das Python-Paket exactextract.</translation>
        </message>
        <message>
            <source>Metres taken off the parcel's edge</source>
            <translation>Meter, die vom Rand der Parzelle abgezogen werden</translation>
        </message>
        <message>
            <source>Scheduler of a Dask cluster: tcp://host:8786</source>
            <translation>Scheduler eines Dask-Clusters: tcp://host:8786</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} parcels, about {minutes} minutes left</source>
            <translation>
                <numerusform>{done} von {count} Parzelle, noch etwa {minutes} Minuten</numerusform>
                <numerusform>{done} von {count} Parzellen, noch etwa {minutes} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tile {tile}, {day}, {count} parcels: {reason}</source>
            <translation>
                <numerusform>Kachel {tile}, {day}, {count} Parzelle: {reason}</numerusform>
                <numerusform>Kachel {tile}, {day}, {count} Parzellen: {reason}</numerusform>
            </translation>
        </message>
        <message>
            <source>x,y or x,y [EPSG:code]</source>
            <translation>x,y oder x,y [EPSG:Code]</translation>
        </message>
        <message>
            <source>a layer of polygons that can be opened</source>
            <translation>ein Polygonlayer, der sich öffnen lässt</translation>
        </message>
        <message>
            <source>a layer of polygons</source>
            <translation>ein Polygonlayer</translation>
        </message>
        <message>
            <source>a layer with a known coordinate system: set the layer's CRS first</source>
            <translation>ein Layer mit bekanntem Koordinatensystem: zuerst das KBS des Layers festlegen</translation>
        </message>
        <message>
            <source>a layer, or a selection, with at least one polygon</source>
            <translation>ein Layer oder eine Auswahl mit mindestens einem Polygon</translation>
        </message>
        <message>
            <source>a layer of polygons: save this one's polygons as a layer of their own first</source>
            <translation>ein Layer mit Polygonen: Speichern Sie dessen Polygone zuerst als eigenen Layer</translation>
        </message>
        <message>
            <source>Parcels are called by the field {field}.</source>
            <translation>Parzellen heißen nach dem Feld {field}.</translation>
        </message>
        <message>
            <source>The field {field} holds real numbers above 9 007 199 254 740 992: of these ids the layer may have lost digits. A field of text keeps them.</source>
            <translation>Das Feld {field} enthält Dezimalzahlen über 9 007 199 254 740 992: Von diesen Kennungen kann der Layer Ziffern verloren haben. Ein Textfeld behält sie.</translation>
        </message>
        <message>
            <source>none, as the layer has no fields</source>
            <translation>keines, da der Layer keine Felder hat</translation>
        </message>
        <message>
            <source>one of the layer's fields: {fields}</source>
            <translation>eines der Felder des Layers: {fields}</translation>
        </message>
        <message>
            <source>There are no Python lines, as they would hold too many places.</source>
            <translation>Es gibt keine Python-Zeilen, da sie zu viele Orte enthielten.</translation>
        </message>
        <message>
            <source>CbM server</source>
            <translation>CbM-Server</translation>
        </message>
        <message>
            <source>A server of the plugin's options by its name, whose login is then used; or cbm+https://host/prefix.</source>
            <translation>Ein Server aus den Optionen der Erweiterung mit Namen, dessen Anmeldung dann gilt; oder cbm+https://host/prefix.</translation>
        </message>
        <message>
            <source>Area: its code on the server</source>
            <translation>Gebiet: sein Code auf dem Server</translation>
        </message>
        <message>
            <source>Type of the parcels</source>
            <translation>Typ der Parzellen</translation>
        </message>
        <message>
            <source>no folder where a scheduler is given: chips are cut on this computer</source>
            <translation>kein Ordner, wo ein Scheduler angegeben ist: Chips werden auf diesem Rechner geschnitten</translation>
        </message>
        <message>
            <source>Folder for the chips of the parcels</source>
            <translation>Ordner für die Chips der Parzellen</translation>
        </message>
        <message>
            <source>Optional: the chips as well, band by band, with SCL, in the folders that 'Extract raw chips' writes. They come of the same reads: no file is asked twice.</source>
            <translation>Wahlweise: auch die Chips, Band für Band, mit SCL, in den Ordnern, die „Rohe Chips ausschneiden“ schreibt. Sie kommen aus denselben Zugriffen: Keine Datei wird zweimal gelesen.</translation>
        </message>
        <message>
            <source>Only dates that are clear</source>
            <translation>Nur klare Termine</translation>
        </message>
        <message>
            <source>Only the clearest of each day</source>
            <translation>Nur das klarste Bild jedes Tages</translation>
        </message>
        <message>
            <source>A source of the plugin's options by its name or id, whose login is then used; or the address or path of a STAC catalogue, or a CbM server (cbm+https://...).</source>
            <translation>Eine Quelle aus den Optionen der Erweiterung mit Namen oder Kennung, deren Anmeldung dann gilt; oder Adresse oder Pfad eines STAC-Katalogs, oder ein CbM-Server (cbm+https://...).</translation>
        </message>
        <message>
            <source>Place, as the centre of the chip</source>
            <translation>Ort, als Mitte des Chips</translation>
        </message>
        <message>
            <source>Field with the parcels' names</source>
            <translation>Feld mit den Namen der Parzellen</translation>
        </message>
        <message>
            <source>Without a field, the one that looks like their name is taken (id, parcel_id, name ...).</source>
            <translation>Ohne Feld gilt jenes, das nach ihrem Namen aussieht (id, parcel_id, name ...).</translation>
        </message>
        <message>
            <source>Cloud rule: which SCL classes spoil a pixel</source>
            <translation>Wolkenregel: welche SCL-Klassen ein Pixel verderben</translation>
        </message>
        <message>
            <source>options: the rule of the plugin's options</source>
            <translation>options: die Regel der Einstellungen</translation>
        </message>
        <message>
            <source>Second opinion: mark clear dates that Sen2Cor's cloud probability doubts</source>
            <translation>Zweite Meinung: klare Termine kennzeichnen, an denen Sen2Cors Wolkenwahrscheinlichkeit zweifeln lässt</translation>
        </message>
        <message>
            <source>both</source>
            <translation>beide</translation>
        </message>
        <message>
            <source>neither</source>
            <translation>keines</translation>
        </message>
        <message>
            <source>one of them</source>
            <translation>eines davon</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have a clear date now that had none in the table before: {ids}</source>
            <translation>
                <numerusform>{count} Parzelle hat jetzt einen klaren Termin und hatte in der vorigen Tabelle keinen: {ids}</numerusform>
                <numerusform>{count} Parzellen haben jetzt einen klaren Termin und hatten in der vorigen Tabelle keinen: {ids}</numerusform>
            </translation>
        </message>
        <message>
            <source>Bands for red, green and blue</source>
            <translation>Kanäle für Rot, Grün und Blau</translation>
        </message>
        <message>
            <source>Look-up table: two percentiles or six values</source>
            <translation>Umsetztabelle: zwei Perzentile oder sechs Werte</translation>
        </message>
        <message>
            <source>Percentiles of each chip or series</source>
            <translation>Perzentile je Chip oder Reihe</translation>
        </message>
        <message>
            <source>Outline of the place</source>
            <translation>Umriss des Ortes</translation>
        </message>
        <message>
            <source>A polygon as WKT or GeoJSON, in longitude and latitude, in place of a layer of parcels. Without a place its centre is that of the chip.</source>
            <translation>Ein Polygon als WKT oder GeoJSON, in Länge und Breite, statt eines Layers mit Parzellen. Ohne Ort ist seine Mitte die des Chips.</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>Name des Ortes</translation>
        </message>
        <message>
            <source>a file that takes rows without a geometry: CSV, GeoPackage</source>
            <translation>eine Datei, die Zeilen ohne Geometrie aufnimmt: CSV, GeoPackage</translation>
        </message>
        <message>
            <source>a folder; {path} is a file</source>
            <translation>ein Ordner; {path} ist eine Datei</translation>
        </message>
        <message>
            <source>a folder that may be written to; {path} may not</source>
            <translation>ein Ordner, in den geschrieben werden darf; in {path} darf nicht geschrieben werden</translation>
        </message>
        <message>
            <source>Only some features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Nur einige Objekte des Layers {layer} wurden benutzt, die kein Befehl wählen kann: Zuerst als Datei speichern.</translation>
        </message>
        <message>
            <source>The address of the layer {layer} holds a login or a key.</source>
            <translation>Die Adresse des Layers {layer} enthält eine Anmeldung oder einen Schlüssel.</translation>
        </message>
        <message>
            <source>The layer {layer} is a temporary one, which no command can open: save it as a file first.</source>
            <translation>Der Layer {layer} ist temporär, kein Befehl kann ihn öffnen: Zuerst als Datei speichern.</translation>
        </message>
        <message>
            <source>Only selected features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Nur gewählte Objekte des Layers {layer} wurden benutzt, die kein Befehl wählen kann: Zuerst als Datei speichern.</translation>
        </message>
        <message>
            <source>Repeat this with qgis_process:</source>
            <translation>Mit qgis_process wiederholen:</translation>
        </message>
        <message>
            <source>At Windows' prompt:</source>
            <translation>In der Eingabeaufforderung von Windows:</translation>
        </message>
        <message>
            <source>With Python:</source>
            <translation>Mit Python:</translation>
        </message>
        <message>
            <source>By the service's own addresses:</source>
            <translation>Über die eigenen Adressen des Dienstes:</translation>
        </message>
        <message>
            <source>a table with a column {times} and means such as {mean}, as 'Time series of all parcels' makes it</source>
            <translation>eine Tabelle mit einer Spalte {times} und Mittelwerten wie {mean}, wie „Zeitreihen aller Parzellen“ sie macht</translation>
        </message>
        <message numerus="yes">
            <source>{parcel}: {count} rows have no date that can be read and are not in the plot.</source>
            <translation>
                <numerusform>{parcel}: {count} Zeile hat kein lesbares Datum und ist nicht im Diagramm.</numerusform>
                <numerusform>{parcel}: {count} Zeilen haben kein lesbares Datum und sind nicht im Diagramm.</numerusform>
            </translation>
        </message>
        <message>
            <source>A fault of the plugin ended the run ({problem}); QGIS's log has the details.</source>
            <translation type="vanished">Ein Fehler der Erweiterung hat den Lauf beendet ({problem}); Einzelheiten stehen im Protokoll von QGIS.</translation>
        </message>
        <message>
            <source>No browser opened {path}.</source>
            <translation type="vanished">Kein Browser hat {path} geöffnet.</translation>
        </message>
        <message>
            <source>The plot is in {path}.</source>
            <translation type="vanished">Das Diagramm liegt in {path}.</translation>
        </message>
        <message>
            <source>Written to {file}.</source>
            <translation type="vanished">Nach {file} geschrieben.</translation>
        </message>
        <message>
            <source>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</source>
            <translation type="vanished">Schreibt zu jeder Parzelle eines Prüfprotokolls, worauf ihre Antworten beruhen: ein Bündel von Dateien zum Weitergeben.
Ein Bündel ist ein Ordner oder eine ZIP-Datei mit einem Blatt (einer HTML-Seite, die keine andere Datei braucht), allen Zeilen des Prüfprotokolls als record.json, dem Umriss, den angesehenen Bildern mit und ohne Umriss und SHA256SUMS, das 'sha256sum -c' prüft. Auf Wunsch auch die Pixel als GeoTIFFs und das Blatt als PDF.
Die Bilder werden wieder hergestellt, aus dem Zwischenspeicher, wo er sie hat, und mit ihren Prüfsummen zur Zeit der Antwort verglichen. Was abweicht oder sich nicht mehr lesen lässt, wird mit dem Grund gezeigt und kostet nur sich selbst.
Geschrieben werden alle Parzellen mit Antworten, oder die des Layers (oder seiner Auswahl), oder die der angegebenen Kennungen. Die Umrisse des Layers treten ein, wo das Prüfprotokoll keine hat. Eine Indexseite und eine Tabelle nennen, was im Ordner ist; andere Bündel darin bleiben. Ein abgebrochener Lauf hinterlässt nur ganze Bündel. Das Prüfprotokoll darf währenddessen anderswo geöffnet sein.</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation type="vanished">Liste</translation>
        </message>
        <message>
            <source>CbM Chips: record of answers</source>
            <translation type="vanished">CbM Chips: Protokoll der Antworten</translation>
        </message>
        <message>
            <source>Reading pixels needs rasterio, or the GDAL that comes with QGIS.</source>
            <translation type="vanished">Zum Lesen von Pixeln braucht es rasterio oder das GDAL, das mit QGIS kommt.</translation>
        </message>
        <message>
            <source>rasterio 1.3 or newer is needed to read this remote file</source>
            <translation type="vanished">um diese entfernte Datei zu lesen, ist rasterio 1.3 oder neuer nötig</translation>
        </message>
        <message>
            <source>Open a queue first: its parcels are what can be coloured.</source>
            <translation type="vanished">Zuerst eine Warteschlange öffnen: Gefärbt werden ihre Parzellen.</translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. Only acquisitions near some feature's date are read.</source>
            <translation type="vanished">Für jedes Objekt mit einem eigenen Datum: die nächste klare Sentinel-2-Aufnahme davor und danach, der Abstand in Tagen und die Statistik von Bändern und Indizes, als Tabelle mit zwei Zeilen je Objekt.
Der Tag selbst zählt als davor. Wo kein klarer Termin nahe genug liegt, sagt es die Zeile, und ein Objekt ohne Datum oder Geometrie hat eine Zeile mit dem Grund. Nur Aufnahmen nahe am Datum eines Objekts werden gelesen.</translation>
        </message>
        <message>
            <source>Ticked: it may be asked and offered where another source fails or is behind.</source>
            <translation type="vanished">Mit Haken: Sie darf gefragt und angeboten werden, wo eine andere Quelle ausfällt oder zurückliegt.</translation>
        </message>
        <message>
            <source>a mean</source>
            <translation type="vanished">ein Mittelwert</translation>
        </message>
        <message>
            <source>a clear date: {day} is cloudy</source>
            <translation type="vanished">ein klarer Termin: der {day} ist bewölkt</translation>
        </message>
        <message>
            <source>a clear date: {day} has no data</source>
            <translation type="vanished">ein klarer Termin: der {day} hat keine Daten</translation>
        </message>
        <message>
            <source>a date that is read</source>
            <translation type="vanished">ein Termin, der gelesen ist</translation>
        </message>
        <message>
            <source>a date before the event that lies before the one after it; here they are {before} and {after}</source>
            <translation type="vanished">ein Termin vor dem Ereignis, der vor dem danach liegt; hier sind es der {before} und der {after}</translation>
        </message>
        <message>
            <source>a date of a place: choose one first</source>
            <translation type="vanished">ein Termin eines Ortes: wählen Sie zuerst einen</translation>
        </message>
        <message>
            <source>Neighbours are read from a STAC source with L2A products.</source>
            <translation type="vanished">Nachbarn werden aus einer STAC-Quelle mit L2A-Produkten gelesen.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} pieces are in {table}.</source>
            <translation type="vanished">
                <numerusform>Abgebrochen: {done} von {count} Stück steht in {table}.</numerusform>
                <numerusform>Abgebrochen: {done} von {count} Stücken stehen in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} pieces, about {minutes} minutes left</source>
            <translation type="vanished">
                <numerusform>{done} von {count} Stück, noch etwa {minutes} Minuten</numerusform>
                <numerusform>{done} von {count} Stücken, noch etwa {minutes} Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so. Only acquisitions near some feature's date are read.</source>
            <translation type="vanished">Für jedes Objekt mit einem eigenen Datum: die nächste klare Sentinel-2-Aufnahme davor und danach, der Abstand in Tagen und die Statistik von Bändern und Indizes, als Tabelle mit zwei Zeilen je Objekt.
Der Tag selbst zählt als davor. Wo kein klarer Termin nahe genug liegt, sagt es die Zeile. Nur Aufnahmen nahe am Datum eines Objekts werden gelesen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} features have no date that can be read, and so no rows.</source>
            <translation type="vanished">
                <numerusform>{count} Objekt hat kein lesbares Datum und darum keine Zeilen.</numerusform>
                <numerusform>{count} Objekte haben kein lesbares Datum und darum keine Zeilen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below that of the dates before and after it, 0 where it does not, and empty where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation type="vanished">Statistik von Bändern und Indizes für jede Parzelle eines Layers und jede Sentinel-2-Aufnahme eines Zeitraums, als Tabelle.
Jede Datei wird einmal für alle Parzellen darin gelesen. Eine Zeile hat das Wolkenurteil und die Pixel jeder SCL-Klasse, dann für jedes Band und jeden Index (als Reflexion) count, mean, std, min, max, p25, p50 und p75 der klaren Pixel: ein Pixel von 10 m ist so klar wie das SCL-Pixel, in dem seine Mitte liegt. 'suspect' ist 1, wo der Mittelwert von NDVI (sonst des ersten Index) um mehr als 0,2 unter dem des Termins davor und dem des Termins danach liegt, sonst 0, und leer, wo ein Nachbar fehlt. Solche Zeilen werden markiert, nie weggelassen: eine gemähte Wiese sieht aus wie eine übersehene Wolke.
Parzellen, die nicht gelesen werden können, und Dateien, die fehlen, kosten nur ihre eigenen Zeilen, die sagen, warum. Derselbe Lauf noch einmal, oder einer mit späterem letzten Tag, liest nur, was fehlt.</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation type="vanished">Auswahl</translation>
        </message>
        <message>
            <source>Named choices of bad classes</source>
            <translation type="vanished">Benannte Zusammenstellungen schlechter Klassen</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Without bad classes those of the plugin's settings are taken.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation type="vanished">Listet jede Sentinel-2-Aufnahme eines Zeitraums mit einem Wolkenurteil auf, das über der Parzelle gefällt wird.
Nur die Szenenklassifikation (SCL) wird gelesen. Die Pixel, deren Mitte in der Parzelle liegt (ohne Parzellen: alle des Chips), werden nach Klassen gezählt. Ein Termin ist klar (clear), wenn jedes Pixel Daten hat und der Anteil schlechter Klassen in der Toleranz liegt; die anderen sind partly (teilweise), cloudy (bewölkt: zwei Drittel schlecht oder mehr) und no_data (keine Daten). Ohne Angabe schlechter Klassen gelten die der Einstellungen.
Termine, die sich nicht beurteilen ließen, stehen mit dem Grund in der Liste. Wie viel der Parzelle im Chip liegt, also beurteilt wird, steht in parcel_in_chip_pct.</translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where an index dips by more than 0.2 on a single clear date.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation type="vanished">Statistik von Bändern und Indizes für jede Parzelle eines Layers und jede Sentinel-2-Aufnahme eines Zeitraums, als Tabelle.
Jede Datei wird einmal für alle Parzellen darin gelesen. Eine Zeile hat das Wolkenurteil und die Pixel jeder SCL-Klasse, dann für jedes Band und jeden Index (als Reflexion) count, mean, std, min, max, p25, p50 und p75 der klaren Pixel: ein Pixel von 10 m ist so klar wie das SCL-Pixel, in dem seine Mitte liegt. 'suspect' ist 1, wo ein Index an einem einzelnen klaren Termin um mehr als 0,2 einbricht.
Parzellen, die nicht gelesen werden können, und Dateien, die fehlen, kosten nur ihre eigenen Zeilen, die sagen, warum. Derselbe Lauf noch einmal, oder einer mit späterem letzten Tag, liest nur, was fehlt.</translation>
        </message>
        <message>
            <source>{parcels} parcels, {dates} dates, {tiles} tiles: {megabytes} MB to read at most</source>
            <translation type="vanished">{parcels} Parzellen, {dates} Termine, {tiles} Kacheln: höchstens {megabytes} MB zu lesen</translation>
        </message>
        <message>
            <source>Order of the dates</source>
            <translation type="vanished">Reihenfolge der Termine</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation type="vanished">Einpassen</translation>
        </message>
        <message>
            <source>Pictures as large as all dates fit into the list</source>
            <translation type="vanished">Bilder so groß, dass alle Termine in die Liste passen</translation>
        </message>
        <message>
            <source>CbM Chips: next parcel</source>
            <translation type="vanished">CbM Chips: nächste Parzelle</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {reason}</source>
            <translation type="vanished">Parzelle {label} ist nicht zu gebrauchen: {reason}</translation>
        </message>
        <message>
            <source>only with LEVEL2A, which has SCL</source>
            <translation type="vanished">nur mit LEVEL2A, das die SCL hat</translation>
        </message>
        <message>
            <source>{source} is made-up pictures of {where}, for trying things out.</source>
            <translation type="vanished">{source}: künstliche Bilder zum Ausprobieren ({where}).</translation>
        </message>
        <message>
            <source>Making the built-in sample: {done} of {dates} dates</source>
            <translation type="vanished">Das eingebaute Beispiel wird erstellt: {done} von {dates} Terminen</translation>
        </message>
        <message>
            <source>Stopped: {done} of {dates} dates of the built-in sample are made, and are kept.</source>
            <translation type="vanished">Gestoppt: {done} von {dates} Terminen des eingebauten Beispiels sind erstellt und bleiben.</translation>
        </message>
        <message>
            <source>This may read about {dates} dates and up to {megabytes} MB.</source>
            <translation type="vanished">Das liest vielleicht etwa {dates} Termine und bis zu {megabytes} MB.</translation>
        </message>
        <message>
            <source>{done} of {dates} dates</source>
            <translation type="vanished">{done} von {dates} Terminen</translation>
        </message>
        <message>
            <source>About {dates} dates, up to {megabytes} MB to read.</source>
            <translation type="vanished">Etwa {dates} Termine, bis zu {megabytes} MB zu lesen.</translation>
        </message>
        <message>
            <source>{0} % ({1} pixels)</source>
            <translation type="vanished">{0} % ({1} Pixel)</translation>
        </message>
        <message>
            <source>Cancelled: {count} of {total} dates are in {table}.</source>
            <translation type="vanished">Abgebrochen: {count} von {total} Terminen sind in {table}.</translation>
        </message>
        <message>
            <source>Cancelled: {count} of {total} parcels are in {table}.</source>
            <translation type="vanished">Abgebrochen: {count} von {total} Parzellen sind in {table}.</translation>
        </message>
        <message>
            <source>{place} has only {count} of its {total} dates.</source>
            <translation type="vanished">{place} hat nur {count} seiner {total} Termine.</translation>
        </message>
        <message>
            <source>{source} shows {where}: there is nothing of it where you clicked.</source>
            <translation type="vanished">{source} zeigt {where}: wo Sie geklickt haben, gibt es davon nichts.</translation>
        </message>
        <message>
            <source>Remove everything from the cache? Your own files are not touched.</source>
            <translation type="vanished">Alles aus dem Zwischenspeicher entfernen? Ihre eigenen Dateien bleiben unberührt.</translation>
        </message>
        <message>
            <source>Picture without georeference</source>
            <translation type="vanished">Bild ohne Georeferenz</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation type="vanished">ohne Georeferenz</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows.</source>
            <translation type="vanished">
                <numerusform>{count} Zeile.</numerusform>
                <numerusform>{count} Zeilen.</numerusform>
            </translation>
        </message>
        <message>
            <source>a run's manifest ({error})</source>
            <translation type="vanished">das Manifest eines Laufs ({error})</translation>
        </message>
        <message>
            <source>the places of a run ({error})</source>
            <translation type="vanished">die Orte eines Laufs ({error})</translation>
        </message>
        <message>
            <source>the table of a run ({error})</source>
            <translation type="vanished">die Tabelle eines Laufs ({error})</translation>
        </message>
        <message>
            <source>Click on the map, or pick a parcel: its dates appear here.</source>
            <translation type="vanished">Klicken Sie auf die Karte oder wählen Sie eine Parzelle: die Termine erscheinen hier.</translation>
        </message>
        <message>
            <source>Stopped: no page was written.</source>
            <translation type="vanished">Abgebrochen: es wurde keine Seite geschrieben.</translation>
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, a CbM server (cbm+https://...), or 'sample'</source>
            <translation type="vanished">Quelle: Kennung eines Anbieters, Adresse oder Pfad eines STAC-Katalogs, ein CbM-Server (cbm+https://...), oder 'sample'</translation>
        </message>
        <message>
            <source>CbM server: cbm+https://host/prefix</source>
            <translation type="vanished">CbM-Server: cbm+https://host/prefix</translation>
        </message>
        <message>
            <source>On the map: {shown}, in place of {hidden}</source>
            <translation type="vanished">Auf der Karte: {shown}, statt {hidden}</translation>
        </message>
        <message>
            <source>On the map: {shown}</source>
            <translation type="vanished">Auf der Karte: {shown}</translation>
        </message>
        <message>
            <source>{action} ({key})</source>
            <translation type="vanished">{action} ({key})</translation>
        </message>
        <message>
            <source> %</source>
            <translation type="vanished"> %</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation type="vanished">{0} ({1})</translation>
        </message>
        <message>
            <source>&lt; {0} %</source>
            <translation type="vanished">&lt; {0} %</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation type="vanished">{0} %</translation>
        </message>
        <message>
            <source>Natural colour</source>
            <translation type="vanished">Naturfarben</translation>
        </message>
        <message>
            <source>No layer of this place is in the project.</source>
            <translation type="vanished">Von diesem Ort ist kein Layer im Projekt.</translation>
        </message>
        <message numerus="yes">
            <source>{count} layers are on the map.</source>
            <translation type="vanished">
                <numerusform>{count} Layer ist auf der Karte.</numerusform>
                <numerusform>{count} Layer sind auf der Karte.</numerusform>
            </translation>
        </message>
        <message>
            <source>Former of the selected parcels</source>
            <translation type="vanished">Vorige der ausgewählten Parzellen</translation>
        </message>
        <message>
            <source>Next of the selected parcels</source>
            <translation type="vanished">Nächste der ausgewählten Parzellen</translation>
        </message>
        <message>
            <source>Save picture...</source>
            <translation type="vanished">Bild speichern...</translation>
        </message>
        <message>
            <source>{amount} MB</source>
            <translation type="vanished">{amount} MB</translation>
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation type="vanished">Anmeldungen verwahrt QGIS verschlüsselt; hier wird nur die Kennung der Konfiguration vermerkt. S3-Schlüssel sind eine Konfiguration der Art AWS S3, oder Basic mit dem Realm S3.</translation>
        </message>
        <message>
            <source>{0} is missing</source>
            <translation type="vanished">{0} fehlt</translation>
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, or 'sample'</source>
            <translation type="vanished">Quelle: Kennung eines Anbieters, Adresse oder Pfad eines STAC-Katalogs, oder 'sample'</translation>
        </message>
        <message>
            <source>in {seconds} s</source>
            <translation type="vanished">in {seconds} s</translation>
        </message>
        <message>
            <source>Read clear dates only</source>
            <translation type="vanished">Nur klare Termine lesen</translation>
        </message>
        <message>
            <source>One picture per date, the clearest</source>
            <translation type="vanished">Ein Bild je Tag, das klarste</translation>
        </message>
        <message>
            <source>at most</source>
            <translation type="vanished">höchstens</translation>
        </message>
        <message>
            <source>% cloud</source>
            <translation type="vanished">% Wolken</translation>
        </message>
        <message>
            <source>{source} has no date here in {days} with at most {share} % cloud in the scene.</source>
            <translation type="vanished">{source} hat hier in {days} keinen Termin mit höchstens {share} % Wolken in der Szene.</translation>
        </message>
        <message>
            <source>{source} has no date here in {days}.</source>
            <translation type="vanished">{source} hat hier in {days} keinen Termin.</translation>
        </message>
        <message>
            <source>Bad pixels a clear date may have</source>
            <translation type="vanished">Schlechte Pixel, die ein klarer Termin haben darf</translation>
        </message>
        <message>
            <source>{area:.2f} ha</source>
            <translation type="vanished">{area:.2f} ha</translation>
        </message>
        <message>
            <source>One of {first} and {second} is needed, and not both.</source>
            <translation type="vanished">Nötig ist eines von {first} und {second}, und nicht beide.</translation>
        </message>
        <message>
            <source>Stopped: the sheet is not saved.</source>
            <translation type="vanished">Beendet: das Blatt ist nicht gespeichert.</translation>
        </message>
        <message>
            <source>This project was last looked at in {place}. Reading it needs the source's login.</source>
            <translation type="vanished">In diesem Projekt wurde zuletzt {place} angesehen. Zum Lesen braucht die Quelle ihre Anmeldung.</translation>
        </message>
        <message>
            <source>{value} is not possible; allowed: {allowed}</source>
            <translation type="vanished">{value} ist nicht möglich; erlaubt: {allowed}</translation>
        </message>
        <message>
            <source>Open a record and a layer of parcels first: these are what can be coloured.</source>
            <translation type="vanished">Zuerst ein Prüfprotokoll öffnen und einen Layer von Parzellen: Gefärbt werden diese.</translation>
        </message>
    </context>
</TS>
