<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>CbmChips</name>
        <message>
            <source>CbM Chips: evidence</source>
            <translation>CbM Chips: bewijs</translation>
        </message>
        <message>
            <source>Newest answers</source>
            <translation>Nieuwste antwoorden</translation>
        </message>
        <message>
            <source>a record of inspections</source>
            <translation>een controleregister</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Nog geen antwoord</translation>
        </message>
        <message>
            <source>{folder} can't be written to: {error}</source>
            <translation>in {folder} kan niet worden geschreven: {error}</translation>
        </message>
        <message>
            <source>date unknown</source>
            <translation>datum onbekend</translation>
        </message>
        <message>
            <source>{second} minus {first} {index}</source>
            <translation>{second} min {first} {index}</translation>
        </message>
        <message>
            <source>{place}: footprints</source>
            <translation>{place}: omtrekken</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>helder</translation>
        </message>
        <message>
            <source>doubtful</source>
            <translation>twijfelachtig</translation>
        </message>
        <message>
            <source>partly</source>
            <translation>deels</translation>
        </message>
        <message>
            <source>cloudy</source>
            <translation>bewolkt</translation>
        </message>
        <message>
            <source>not judged</source>
            <translation>niet beoordeeld</translation>
        </message>
        <message>
            <source>Sample parcels</source>
            <translation>Voorbeeldpercelen</translation>
        </message>
        <message>
            <source>the id of an authentication configuration that QGIS can open</source>
            <translation>het kenmerk van een authenticatieconfiguratie die QGIS kan openen</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>geannuleerd</translation>
        </message>
        <message>
            <source>{folder} has no file {file} that can be read: {error}</source>
            <translation>{folder} heeft geen leesbaar bestand {file}: {error}</translation>
        </message>
        <message>
            <source>{host} does not have the file {file}</source>
            <translation>{host} heeft het bestand {file} niet</translation>
        </message>
        <message>
            <source>{address} is not opened: it is not on the web</source>
            <translation>{address} wordt niet geopend: het staat niet op het web</translation>
        </message>
        <message>
            <source>{host} answered {status}: {said}</source>
            <translation>{host} antwoordde {status}: {said}</translation>
        </message>
        <message>
            <source>{host} did not answer in time</source>
            <translation>{host} antwoordde niet op tijd</translation>
        </message>
        <message>
            <source>{host} can't be reached ({kind})</source>
            <translation>{host} is niet bereikbaar ({kind})</translation>
        </message>
        <message>
            <source>an address without login and query</source>
            <translation>een adres zonder aanmelding en query</translation>
        </message>
        <message>
            <source>an address that begins with https://</source>
            <translation>een adres dat met https:// begint</translation>
        </message>
        <message>
            <source>{file} from {origin} is not the file that was expected (its SHA-256 differs): it was not installed</source>
            <translation>{file} van {origin} is niet het verwachte bestand (de SHA-256 wijkt af): het is niet geïnstalleerd</translation>
        </message>
        <message>
            <source>a layer or map with a known CRS</source>
            <translation>een laag of kaart met een bekend CRS</translation>
        </message>
        <message>
            <source>none</source>
            <translation>geen</translation>
        </message>
        <message>
            <source>an empty geometry</source>
            <translation>een lege geometrie</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>polygonen</translation>
        </message>
        <message>
            <source>a polygon</source>
            <translation>een polygoon</translation>
        </message>
        <message>
            <source>their CRS</source>
            <translation>hun CRS</translation>
        </message>
        <message>
            <source>coordinates that are valid in {crs} ({error})</source>
            <translation>coördinaten die in {crs} geldig zijn ({error})</translation>
        </message>
        <message>
            <source>{hectares} ha</source>
            <translation>{hectares} ha</translation>
        </message>
        <message>
            <source>polygons with an area</source>
            <translation>polygonen met een oppervlak</translation>
        </message>
        <message>
            <source>a file that this QGIS can open: its GDAL does not read Parquet. Install the Python package pyarrow for QGIS's Python, or save the file as GeoPackage elsewhere</source>
            <translation>een bestand dat deze QGIS kan openen: haar GDAL leest geen Parquet. Installeer het Python-pakket pyarrow voor de Python van QGIS, of sla het bestand elders op als GeoPackage</translation>
        </message>
        <message>
            <source>a CSV file, a shapefile or a GeoPackage</source>
            <translation>een CSV-bestand, een shapefile of een GeoPackage</translation>
        </message>
        <message>
            <source>at most {most} of a layer of this kind; any number of a GeoPackage</source>
            <translation>ten hoogste {most} van een laag van deze soort; elk aantal van een GeoPackage</translation>
        </message>
        <message>
            <source>{path}: it has no columns</source>
            <translation>{path}: zonder kolommen</translation>
        </message>
        <message>
            <source>{path}: no table that QGIS can read</source>
            <translation>{path}: geen tabel die QGIS kan lezen</translation>
        </message>
        <message>
            <source>{name} is no kind of file for a plot: {known}</source>
            <translation>{name} is geen soort bestand voor een grafiek: {known}</translation>
        </message>
        <message>
            <source>SVG needs Qt's module QtSvg, which this Python has not: save PNG instead</source>
            <translation>SVG heeft de Qt-module QtSvg nodig, die deze Python niet heeft: sla op als PNG</translation>
        </message>
        <message>
            <source>reflectance</source>
            <translation>reflectantie</translation>
        </message>
        <message>
            <source>suspect dip</source>
            <translation>verdachte dip</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>geen waarde</translation>
        </message>
        <message>
            <source>smoothed, observed</source>
            <translation>afgevlakt, waargenomen</translation>
        </message>
        <message>
            <source>smoothed, interpolated</source>
            <translation>afgevlakt, geïnterpoleerd</translation>
        </message>
        <message>
            <source>smoothed, extrapolated</source>
            <translation>afgevlakt, geëxtrapoleerd</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11, separated by commas</source>
            <translation>SCL-klassen 1 tot 11, gescheiden door komma’s</translation>
        </message>
        <message>
            <source>These Python packages are missing: {names}.</source>
            <translation>Deze Python-pakketten ontbreken: {names}.</translation>
        </message>
        <message>
            <source>For “{source}” these Python packages are missing: {names}.</source>
            <translation>Voor “{source}” ontbreken deze Python-pakketten: {names}.</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run: {command}</source>
            <translation>Om ze alleen voor dit QGIS-profiel te halen, voer uit: {command}</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run in the OSGeo4W Shell: {command}</source>
            <translation>Om ze alleen voor dit QGIS-profiel te halen, voer in de OSGeo4W-shell uit: {command}</translation>
        </message>
        <message>
            <source>{names} (in Debian, Ubuntu and OSGeo4W: {packages})</source>
            <translation>{names} (in Debian, Ubuntu en OSGeo4W: {packages})</translation>
        </message>
        <message>
            <source>Install with QGIS's own installer or the system's packages: {names}</source>
            <translation>Te installeren met het installatieprogramma van QGIS of de pakketten van het systeem: {names}</translation>
        </message>
        <message>
            <source>A name of 1 to {most} characters.</source>
            <translation>Een naam van 1 tot {most} tekens.</translation>
        </message>
        <message>
            <source>The address of a STAC API or catalogue, or the path of a catalogue.</source>
            <translation>Het adres van een STAC-API of een catalogus, of het pad van een catalogus.</translation>
        </message>
        <message>
            <source>An address that begins with https:// or http://, or a full path.</source>
            <translation>Een adres dat met https:// of http:// begint, of een volledig pad.</translation>
        </message>
        <message>
            <source>An address without login, '?' and '#': keys and passwords belong into an authentication configuration.</source>
            <translation>Een adres zonder aanmelding, ‘?’ en ‘#’: sleutels en wachtwoorden horen in een authenticatieconfiguratie.</translation>
        </message>
        <message>
            <source>an address without login and key: choose the login under AUTH (Login)</source>
            <translation>een adres zonder aanmelding en sleutel: kies de aanmelding onder AUTH (Aanmelding)</translation>
        </message>
        <message numerus="yes">
            <source>Making the built-in sample: {done} of {count} dates</source>
            <translation>
                <numerusform>Het ingebouwde voorbeeld wordt gemaakt: {done} van {count} datum</numerusform>
                <numerusform>Het ingebouwde voorbeeld wordt gemaakt: {done} van {count} datums</numerusform>
            </translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>De tabel kon niet naar {path} worden geschreven: {reason}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Geannuleerd.</translation>
        </message>
        <message>
            <source>A fault of the plugin ({kind}); the log has the details.</source>
            <translation>Een fout van de plug-in ({kind}); de details staan in het logboek.</translation>
        </message>
        <message>
            <source>the address of a CbM server, {prefix}https://...</source>
            <translation>het adres van een CbM-server, {prefix}https://...</translation>
        </message>
        <message>
            <source>Asking {source}</source>
            <translation>{source} wordt gevraagd</translation>
        </message>
        <message>
            <source>Test of {title}</source>
            <translation>Test van {title}</translation>
        </message>
        <message>
            <source>The login is right, but has no right here: {reason}.</source>
            <translation>De aanmelding klopt, maar heeft hier geen rechten: {reason}.</translation>
        </message>
        <message>
            <source>It answers, but offers this login no parcels; chips may work. ({seconds} s)</source>
            <translation>Ze antwoordt, maar biedt deze aanmelding geen percelen; chips werken misschien wel. ({seconds} s)</translation>
        </message>
        <message>
            <source>It works: parcels of {areas}. ({seconds} s)</source>
            <translation>Het werkt: percelen van {areas}. ({seconds} s)</translation>
        </message>
        <message>
            <source>It asks for a login: make an authentication configuration of the kind Basic and choose it for this source.</source>
            <translation>Ze vraagt een aanmelding: maak een authenticatieconfiguratie van de soort ‘Basis authenticatie’ (Basic) en kies die voor deze bron.</translation>
        </message>
        <message>
            <source>Login wrong: {reason}. Choose another login for this source.</source>
            <translation>Aanmelding onjuist: {reason}. Kies een andere aanmelding voor deze bron.</translation>
        </message>
        <message>
            <source>No answer: {reason}. Check the address, the network and QGIS's proxy.</source>
            <translation>Geen antwoord: {reason}. Controleer het adres, het netwerk en de proxy van QGIS.</translation>
        </message>
        <message numerus="yes">
            <source>It works: {count} dates found, a picture read. ({seconds} s)</source>
            <translation>
                <numerusform>Het werkt: {count} datum gevonden, een beeld gelezen. ({seconds} s)</numerusform>
                <numerusform>Het werkt: {count} datums gevonden, een beeld gelezen. ({seconds} s)</numerusform>
            </translation>
        </message>
        <message>
            <source>The search works, but no picture could be read: {reason}. This source may need a login for its pictures.</source>
            <translation>Het zoeken werkt, maar er kon geen beeld worden gelezen: {reason}. Misschien vraagt deze bron een aanmelding voor haar beelden.</translation>
        </message>
        <message>
            <source>It answers, but has nothing for the test ({place}, {start} to {end}): all right for a catalogue of another region or period. ({seconds} s)</source>
            <translation>Ze antwoordt, maar heeft niets voor de test ({place}, {start} tot {end}): in orde bij een catalogus van een andere streek of periode. ({seconds} s)</translation>
        </message>
        <message>
            <source>Its newest date could not be asked: {reason}.</source>
            <translation>De nieuwste datum kon niet worden opgevraagd: {reason}.</translation>
        </message>
        <message>
            <source>It has no date of the last {days} days in {place}.</source>
            <translation>Ze heeft geen datum van de laatste {days} dagen in {place}.</translation>
        </message>
        <message>
            <source>Its newest date in {place} is {day}.</source>
            <translation>De nieuwste datum in {place} is {day}.</translation>
        </message>
        <message>
            <source>Refused: {reason}. Choose another login for this source.</source>
            <translation>Geweigerd: {reason}. Kies een andere aanmelding voor deze bron.</translation>
        </message>
        <message>
            <source>It does not work: {reason}.</source>
            <translation>Het werkt niet: {reason}.</translation>
        </message>
        <message>
            <source>Removing Python packages</source>
            <translation>Python-pakketten verwijderen</translation>
        </message>
        <message>
            <source>Installing Python packages</source>
            <translation>Python-pakketten installeren</translation>
        </message>
        <message>
            <source>Getting {name} {version} ({number} of {count}) …</source>
            <translation>{name} {version} wordt opgehaald ({number} van {count}) …</translation>
        </message>
        <message>
            <source>Nothing was changed: {reason}</source>
            <translation>Er is niets gewijzigd: {reason}</translation>
        </message>
        <message>
            <source>There was nothing to do.</source>
            <translation>Er was niets te doen.</translation>
        </message>
        <message>
            <source>Installed from {origin}: {names}.</source>
            <translation>Geïnstalleerd uit {origin}: {names}.</translation>
        </message>
        <message>
            <source>Removed: {names}.</source>
            <translation>Verwijderd: {names}.</translation>
        </message>
        <message>
            <source>QGIS uses what it has loaded until it is started anew.</source>
            <translation>QGIS gebruikt tot de volgende start wat het heeft geladen.</translation>
        </message>
        <message>
            <source>CbM Chips: newest dates of {place}</source>
            <translation>CbM Chips: nieuwste datums van {place}</translation>
        </message>
        <message>
            <source>CbM Chips: series of “{layer}”</source>
            <translation>CbM Chips: tijdreeksen van “{layer}”</translation>
        </message>
        <message>
            <source>The table of before stays, with {count} rows.</source>
            <translation>De tabel van eerder blijft, met {count} rijen.</translation>
        </message>
        <message>
            <source>{0}: pictures</source>
            <translation>{0}: beelden</translation>
        </message>
        <message>
            <source>not read: {0}</source>
            <translation>niet gelezen: {0}</translation>
        </message>
        <message>
            <source>{0}: values</source>
            <translation>{0}: waarden</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bevestigd</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>Niet bevestigd</translation>
        </message>
        <message>
            <source>Inconclusive</source>
            <translation>Niet te beslissen</translation>
        </message>
        <message>
            <source>Cannot be inspected</source>
            <translation>Niet te controleren</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels</source>
            <translation>
                <numerusform>{count} perceel</numerusform>
                <numerusform>{count} percelen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates</source>
            <translation>
                <numerusform>{count} datum</numerusform>
                <numerusform>{count} datums</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tiles</source>
            <translation>
                <numerusform>{count} tegel</numerusform>
                <numerusform>{count} tegels</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {size}, about {time}</source>
            <translation>{what}: {size}, ongeveer {time}</translation>
        </message>
        <message numerus="yes">
            <source>{count} hours</source>
            <translation>
                <numerusform>{count} uur</numerusform>
                <numerusform>{count} uur</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} minutes</source>
            <translation>
                <numerusform>{count} minuut</numerusform>
                <numerusform>{count} minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} seconds</source>
            <translation>
                <numerusform>{count} seconde</numerusform>
                <numerusform>{count} seconden</numerusform>
            </translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Bron</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Plek</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>Lengte</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>Breedte</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Omtrek</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Eerste dag</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Laatste dag</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Banden</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <source>Stretch</source>
            <translation>Stretch</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Grootte</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Wolken</translation>
        </message>
        <message>
            <source>Clear dates only</source>
            <translation>Alleen heldere datums</translation>
        </message>
        <message>
            <source>One per date</source>
            <translation>Eén per datum</translation>
        </message>
        <message>
            <source>Second opinion on clouds</source>
            <translation>Tweede mening over wolken</translation>
        </message>
        <message>
            <source>Classes that count as bad</source>
            <translation>Klassen die als onbruikbaar tellen</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tolerantie</translation>
        </message>
        <message>
            <source>Cloudy from</source>
            <translation>Bewolkt vanaf</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Gebied</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jaar</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Parcel id</source>
            <translation>Perceelkenmerk</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reeks</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Kolommen</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Run</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Datums</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Gebeurtenis</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Controleregister</translation>
        </message>
        <message>
            <source>Markers</source>
            <translation>Markers</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Schema</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Antwoorden</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Toets</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Opschrift</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Kleur</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Uitkomst</translation>
        </message>
        <message>
            <source>Reason codes</source>
            <translation>Redenen</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Vraag</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>Gewenst</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Aanmelding</translation>
        </message>
        <message>
            <source>Coordinate system</source>
            <translation>Coördinatensysteem</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>Perceel</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>geen gegevens</translation>
        </message>
        <message>
            <source>Own choice</source>
            <translation>Eigen keuze</translation>
        </message>
        <message>
            <source>another process holds it</source>
            <translation>een ander proces houdt hem vast</translation>
        </message>
        <message>
            <source>nothing is added to the cache in {folder} for now: {why}</source>
            <translation>aan de cache in {folder} wordt voorlopig niets toegevoegd: {why}</translation>
        </message>
        <message>
            <source>the cache in {folder} is damaged ({error}): everything is read anew, and the next time it is set aside</source>
            <translation>de cache in {folder} is beschadigd ({error}): alles wordt opnieuw gelezen, en de volgende keer wordt hij opzijgezet</translation>
        </message>
        <message>
            <source>blocks of files as they were kept before</source>
            <translation>blokken van bestanden zoals ze vroeger werden bewaard</translation>
        </message>
        <message>
            <source>{path} was in the way of the cache and is not the cache's: it can be removed</source>
            <translation>{path} stond de cache in de weg en hoort er niet bij: het kan worden verwijderd</translation>
        </message>
        <message>
            <source>a cache that was damaged was removed: {name}, {size:.1f} MB</source>
            <translation>een beschadigde cache is verwijderd: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>the former cache was removed: {name}, {size:.1f} MB</source>
            <translation>de vroegere cache is verwijderd: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>{what} were removed: {name}, {size:.1f} MB</source>
            <translation>{what} zijn verwijderd: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: {error}</source>
            <translation>niets wordt bewaard, alles wordt opnieuw gelezen: {error}</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: the package {name} is missing</source>
            <translation>niets wordt bewaard, alles wordt opnieuw gelezen: het pakket {name} ontbreekt</translation>
        </message>
        <message>
            <source>the cache in {folder} does not answer: {error}</source>
            <translation>de cache in {folder} antwoordt niet: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} can't be emptied: {error}</source>
            <translation>de cache in {folder} kan niet worden geleegd: {error}</translation>
        </message>
        <message>
            <source>{folder} holds something else</source>
            <translation>{folder} bevat iets anders</translation>
        </message>
        <message>
            <source>it was found damaged</source>
            <translation>hij was beschadigd</translation>
        </message>
        <message>
            <source>the cache folder {folder} can't be used: {error}</source>
            <translation>de map {folder} kan niet als cache worden gebruikt: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} is only read, nothing is added to it: {why}</source>
            <translation>de cache in {folder} wordt alleen gelezen, er wordt niets aan toegevoegd: {why}</translation>
        </message>
        <message>
            <source>the cache could not be read ({why}): it was set aside as {aside}</source>
            <translation>de cache kon niet worden gelezen ({why}): hij is opzijgezet als {aside}</translation>
        </message>
        <message>
            <source>it was not read</source>
            <translation>hij is niet gelezen</translation>
        </message>
        <message>
            <source>another scene of the same moment is used in its place</source>
            <translation>in zijn plaats wordt een andere scène van hetzelfde moment gebruikt</translation>
        </message>
        <message>
            <source>it is still being read</source>
            <translation>hij wordt nog gelezen</translation>
        </message>
        <message>
            <source>it has no pixels</source>
            <translation>hij heeft geen pixels</translation>
        </message>
        <message>
            <source>it has no pixels: all of the chip is without data</source>
            <translation>hij heeft geen pixels: de hele chip is zonder gegevens</translation>
        </message>
        <message>
            <source>{field}: {value} is not possible; allowed: {allowed}</source>
            <translation>{field}: {value} is niet mogelijk; toegestaan: {allowed}</translation>
        </message>
        <message numerus="yes">
            <source>Not adjacent: {count} clear dates lie between, the first on {day}.</source>
            <translation>
                <numerusform>Niet aangrenzend: er ligt {count} heldere datum tussen, op {day}.</numerusform>
                <numerusform>Niet aangrenzend: er liggen {count} heldere datums tussen, de eerste op {day}.</numerusform>
            </translation>
        </message>
        <message>
            <source>no clear date between {first} and {last} ({days} days)</source>
            <translation>geen heldere datum tussen {first} en {last} ({days} dagen)</translation>
        </message>
        <message>
            <source>Inside “{window}”</source>
            <translation>Binnen “{window}”</translation>
        </message>
        <message>
            <source>Outside “{window}”: before it begins</source>
            <translation>Buiten “{window}”: voor het begin</translation>
        </message>
        <message>
            <source>Outside “{window}”: after its end</source>
            <translation>Buiten “{window}”: na het einde</translation>
        </message>
        <message>
            <source>Straddles a limit of “{window}”</source>
            <translation>Ligt over een grens van “{window}”</translation>
        </message>
        <message>
            <source>Undecidable for “{window}”</source>
            <translation>Niet te beslissen voor “{window}”</translation>
        </message>
        <message>
            <source>Open for “{window}”: a date is still to be marked</source>
            <translation>Open voor “{window}”: er is nog een datum te markeren</translation>
        </message>
        <message>
            <source>{day} is cloudy: only a date on which the parcel was seen can be marked.</source>
            <translation>Op {day} is het bewolkt: alleen een datum waarop het perceel te zien was, kan worden gemarkeerd.</translation>
        </message>
        <message>
            <source>{day} has no data: only a date on which the parcel was seen can be marked.</source>
            <translation>Op {day} zijn er geen gegevens: alleen een datum waarop het perceel te zien was, kan worden gemarkeerd.</translation>
        </message>
        <message>
            <source>This date is not read: only a date on which the parcel was seen can be marked.</source>
            <translation>Deze datum is niet gelezen: alleen een datum waarop het perceel te zien was, kan worden gemarkeerd.</translation>
        </message>
        <message>
            <source>The date before the event has to lie before the one after it; here they are {before} and {after}.</source>
            <translation>De datum vóór de gebeurtenis moet vóór die erna liggen; hier zijn het {before} en {after}.</translation>
        </message>
        <message>
            <source>a last day that is not before the first</source>
            <translation>een laatste dag die niet voor de eerste ligt</translation>
        </message>
        <message>
            <source>a name</source>
            <translation>een naam</translation>
        </message>
        <message>
            <source>both days with a year, or both without one</source>
            <translation>beide dagen met een jaar, of beide zonder</translation>
        </message>
        <message>
            <source>a day such as 2022-03-15, or 03-15 for every year</source>
            <translation>een dag zoals 2022-03-15, of 03-15 voor elk jaar</translation>
        </message>
        <message>
            <source>the record does not say how it was read</source>
            <translation>het controleregister zegt niet hoe er gelezen is</translation>
        </message>
        <message>
            <source>Evidence of parcels</source>
            <translation>Bewijs bij percelen</translation>
        </message>
        <message>
            <source>{proved} of {pictures} proved</source>
            <translation>{proved} van {pictures} bewezen</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>nog niet beantwoord</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>teruggenomen</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Bestanden</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Beelden</translation>
        </message>
        <message>
            <source>the source does not list this date any more</source>
            <translation>de bron noemt deze datum niet meer</translation>
        </message>
        <message>
            <source>the record has no hash of it</source>
            <translation>het controleregister heeft er geen hash van</translation>
        </message>
        <message>
            <source>{what}: {before} then, {now} now</source>
            <translation>{what}: toen {before}, nu {now}</translation>
        </message>
        <message>
            <source>the source gives other pixels now</source>
            <translation>de bron geeft nu andere pixels</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>niet gelezen</translation>
        </message>
        <message>
            <source>another scene of this date</source>
            <translation>een andere scène van deze datum</translation>
        </message>
        <message>
            <source>another processing baseline</source>
            <translation>een andere processing baseline</translation>
        </message>
        <message>
            <source>other ground</source>
            <translation>ander gebied</translation>
        </message>
        <message>
            <source>other offsets</source>
            <translation>andere offsets</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache.</source>
            <translation>{known} van {dates} datums staan in de cache.</translation>
        </message>
        <message>
            <source>there are no dates</source>
            <translation>er zijn geen datums</translation>
        </message>
        <message>
            <source>nothing of its dates is kept in the cache</source>
            <translation>in de cache staat niets van zijn datums</translation>
        </message>
        <message>
            <source>none of its dates could be read</source>
            <translation>geen van zijn datums kon worden gelezen</translation>
        </message>
        <message>
            <source>no date has a clear pixel in the parcel</source>
            <translation>op geen enkele datum is een pixel in het perceel helder</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache, and none of these has a clear pixel in the parcel</source>
            <translation>{known} van {dates} datums staan in de cache, en op geen daarvan is een pixel in het perceel helder</translation>
        </message>
        <message>
            <source>it is not in the cache</source>
            <translation>hij staat niet in de cache</translation>
        </message>
        <message>
            <source>Parcel {parcel}</source>
            <translation>Perceel {parcel}</translation>
        </message>
        <message>
            <source>No time series: {why}.</source>
            <translation>Geen tijdreeks: {why}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} days</source>
            <translation>
                <numerusform>{count} dag</numerusform>
                <numerusform>{count} dagen</numerusform>
            </translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: large enough</source>
            <translation>{pixels} volle pixels, {lost} % verloren: groot genoeg</translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: too small</source>
            <translation>{pixels} volle pixels, {lost} % verloren: te klein</translation>
        </message>
        <message>
            <source>Contains modified Copernicus Sentinel data {years}</source>
            <translation>Bevat gewijzigde Copernicus Sentinel-gegevens {years}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nee</translation>
        </message>
        <message>
            <source>Pictures that were looked at</source>
            <translation>Beelden die bekeken zijn</translation>
        </message>
        <message>
            <source>Time series</source>
            <translation>Tijdreeks</translation>
        </message>
        <message>
            <source>All that was answered</source>
            <translation>Alle antwoorden</translation>
        </message>
        <message>
            <source>Fields of the record</source>
            <translation>Velden van het controleregister</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Veld</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Waarde</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwoord</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reden</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Zekerheid</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Opmerking</translation>
        </message>
        <message>
            <source>Event between</source>
            <translation>Gebeurtenis tussen</translation>
        </message>
        <message>
            <source>Against the window</source>
            <translation>Ten opzichte van het tijdvenster</translation>
        </message>
        <message>
            <source>Legal window</source>
            <translation>Wettelijke termijn</translation>
        </message>
        <message>
            <source>The machine's answer</source>
            <translation>Antwoord van de machine</translation>
        </message>
        <message>
            <source>Seen before answering</source>
            <translation>Gezien vóór het antwoord</translation>
        </message>
        <message>
            <source>Replaced by parcel</source>
            <translation>Vervangen door perceel</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Controleur</translation>
        </message>
        <message>
            <source>Shown from</source>
            <translation>Getoond vanaf</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwoord</translation>
        </message>
        <message>
            <source>Looked at for</source>
            <translation>Bekeken</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Known of it</source>
            <translation>Bekend</translation>
        </message>
        <message>
            <source>Holding</source>
            <translation>Bedrijf</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Order in the sample</source>
            <translation>Volgorde in de steekproef</translation>
        </message>
        <message>
            <source>Covered by VHR pictures</source>
            <translation>Gedekt door VHR-beelden</translation>
        </message>
        <message>
            <source>Centre (latitude, longitude)</source>
            <translation>Middelpunt (breedte, lengte)</translation>
        </message>
        <message>
            <source>Within a border of 5 m</source>
            <translation>Binnen een rand van 5 m</translation>
        </message>
        <message>
            <source>Clear dates</source>
            <translation>Heldere datums</translation>
        </message>
        <message>
            <source>Longest time without one</source>
            <translation>Langste tijd zonder</translation>
        </message>
        <message>
            <source>Newest date of the source</source>
            <translation>Nieuwste datum van de bron</translation>
        </message>
        <message>
            <source>Cloud rule</source>
            <translation>Wolkenregel</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>Getoond als</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Scène</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Product</translation>
        </message>
        <message>
            <source>Processing baseline</source>
            <translation>Processing baseline</translation>
        </message>
        <message>
            <source>Added to the numbers</source>
            <translation>Bij de getallen opgeteld</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Gebied</translation>
        </message>
        <message>
            <source>SHA-256 when answered</source>
            <translation>SHA-256 bij het antwoord</translation>
        </message>
        <message>
            <source>SHA-256 now</source>
            <translation>SHA-256 nu</translation>
        </message>
        <message>
            <source>SHA-256 of record.json</source>
            <translation>SHA-256 van record.json</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>Geen beeld</translation>
        </message>
        <message>
            <source>The record names no picture.</source>
            <translation>Het controleregister noemt geen beeld.</translation>
        </message>
        <message>
            <source>No answer stands: all were taken back.</source>
            <translation>Geen antwoord geldt: alle zijn teruggenomen.</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Pagina {page} van {pages}</translation>
        </message>
        <message>
            <source>Proved: the same picture as when it was answered</source>
            <translation>Bewezen: hetzelfde beeld als bij het antwoord</translation>
        </message>
        <message>
            <source>Another picture than when it was answered</source>
            <translation>Een ander beeld dan bij het antwoord</translation>
        </message>
        <message>
            <source>Not proved</source>
            <translation>Niet bewezen</translation>
        </message>
        <message>
            <source>Could not be made again</source>
            <translation>Kon niet opnieuw worden gemaakt</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>geldt</translation>
        </message>
        <message>
            <source>changed later</source>
            <translation>later gewijzigd</translation>
        </message>
        <message>
            <source>takes the one before back</source>
            <translation>neemt het vorige terug</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>binnen</translation>
        </message>
        <message>
            <source>outside, before</source>
            <translation>buiten, ervoor</translation>
        </message>
        <message>
            <source>outside, after</source>
            <translation>buiten, erna</translation>
        </message>
        <message>
            <source>straddles a limit</source>
            <translation>ligt over een grens</translation>
        </message>
        <message>
            <source>undecidable, because of a gap</source>
            <translation>niet te beslissen, door een gat</translation>
        </message>
        <message>
            <source>incomplete: a date is not marked</source>
            <translation>onvolledig: een datum is niet gemarkeerd</translation>
        </message>
        <message>
            <source>first look</source>
            <translation>eerste beoordeling</translation>
        </message>
        <message>
            <source>second look</source>
            <translation>tweede beoordeling</translation>
        </message>
        <message>
            <source>For XLSX the Python package openpyxl is needed; CSV goes without.</source>
            <translation>Voor XLSX is het Python-pakket openpyxl nodig; CSV gaat zonder.</translation>
        </message>
        <message>
            <source>a composite with its stretch, an index with its range and colours, or SCL</source>
            <translation>een composiet met zijn stretch, een index met bereik en kleuren, of SCL</translation>
        </message>
        <message>
            <source>another row has become parcel {id}</source>
            <translation>een andere rij is perceel {id} geworden</translation>
        </message>
        <message>
            <source>the layer has “{id}”: this one is taken, as you wanted</source>
            <translation>de laag heeft “{id}”: deze wordt genomen, zoals gewenst</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; one has “{id}”</source>
            <translation>geen perceel van de laag heeft dit kenmerk; één heeft “{id}”</translation>
        </message>
        <message>
            <source>{number} parcels of the layer have this id; the first is taken</source>
            <translation>{number} percelen van de laag hebben deze id; de eerste wordt genomen</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; several are alike: “{ids}”</source>
            <translation>geen perceel van de laag heeft deze id; meerdere lijken erop: “{ids}”</translation>
        </message>
        <message>
            <source>a spreadsheet has written this id as a number: its digits are lost</source>
            <translation>een rekenblad heeft deze id als getal geschreven: de cijfers zijn verloren</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id</source>
            <translation>geen perceel van de laag heeft dit kenmerk</translation>
        </message>
        <message>
            <source>it has no id of a parcel</source>
            <translation>er staat geen perceel-id in</translation>
        </message>
        <message>
            <source>the same as in row {row}</source>
            <translation>dezelfde als in rij {row}</translation>
        </message>
        <message>
            <source>QUASSA sample</source>
            <translation>QUASSA-steekproef</translation>
        </message>
        <message>
            <source>QUASSA sample by parcel</source>
            <translation>QUASSA-steekproef per perceel</translation>
        </message>
        <message>
            <source>QUASSA parcels of holdings</source>
            <translation>QUASSA-percelen van bedrijven</translation>
        </message>
        <message>
            <source>QUASSA ranked list</source>
            <translation>QUASSA-ranglijst</translation>
        </message>
        <message>
            <source>above 0, at most 100</source>
            <translation>boven 0, ten hoogste 100</translation>
        </message>
        <message>
            <source>there is no folder to write to</source>
            <translation>er is geen map waarin geschreven kan worden</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>er is geen bestand met die naam</translation>
        </message>
        <message>
            <source>it is no record</source>
            <translation>het is geen controleregister</translation>
        </message>
        <message>
            <source>a newer version of this product has written it (form {its}, known is {known})</source>
            <translation>een nieuwere versie van deze plug-in heeft het geschreven (vorm {its}, bekend is {known})</translation>
        </message>
        <message>
            <source>the disk is full; make room and try again</source>
            <translation>de schijf is vol; maak ruimte en probeer het opnieuw</translation>
        </message>
        <message>
            <source>it or its folder can only be read</source>
            <translation>het register of de map kan alleen worden gelezen</translation>
        </message>
        <message>
            <source>it or its folder can't be opened for writing</source>
            <translation>het register of de map kan niet worden geopend om te schrijven</translation>
        </message>
        <message>
            <source>another program is writing to it; try again</source>
            <translation>een ander programma schrijft erin; probeer het opnieuw</translation>
        </message>
        <message>
            <source>the disk is full or gone; nothing could be written</source>
            <translation>de schijf is vol of weg; er kon niets worden geschreven</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>het is beschadigd</translation>
        </message>
        <message>
            <source>{name}: the answer is not written, {why}.</source>
            <translation>{name}: het antwoord is niet geschreven, {why}.</translation>
        </message>
        <message>
            <source>a record of inspections that can be opened; this one can't: {why}</source>
            <translation>een controleregister dat kan worden geopend; dit niet: {why}</translation>
        </message>
        <message>
            <source>a record that nobody else has open. {inspector} has had this one open on {host} since {since} UTC (process {process})</source>
            <translation>een controleregister dat niemand anders heeft geopend. {inspector} heeft dit op {host} sinds {since} UTC open (proces {process})</translation>
        </message>
        <message>
            <source>a folder that can be written to and that can lock files, such as one of this computer</source>
            <translation>een map waarin kan worden geschreven en die bestanden kan vergrendelen, zoals een op deze computer</translation>
        </message>
        <message>
            <source>it is the record itself</source>
            <translation>dat is het controleregister zelf</translation>
        </message>
        <message>
            <source>it is open for reading only</source>
            <translation>het is alleen geopend om te lezen</translation>
        </message>
        <message>
            <source>its file was deleted, moved or replaced; save a copy of what was answered so far, or open the record again</source>
            <translation>het bestand is verwijderd, verplaatst of vervangen; bewaar een kopie van de antwoorden tot nu toe, of open het register opnieuw</translation>
        </message>
        <message>
            <source>{inspector} has opened it on {host} since</source>
            <translation>{inspector} heeft het intussen op {host} geopend</translation>
        </message>
        <message>
            <source>1 to 9, or none</source>
            <translation>1 tot 9, of geen</translation>
        </message>
        <message>
            <source>a label</source>
            <translation>een opschrift</translation>
        </message>
        <message>
            <source>a colour such as #1b7837</source>
            <translation>een kleur zoals #1b7837</translation>
        </message>
        <message>
            <source>cloud gap</source>
            <translation>wolkengat</translation>
        </message>
        <message>
            <source>too small</source>
            <translation>te klein</translation>
        </message>
        <message>
            <source>mixed parcel</source>
            <translation>gemengd perceel</translation>
        </message>
        <message>
            <source>boundary shift</source>
            <translation>grens verschoven</translation>
        </message>
        <message>
            <source>snow</source>
            <translation>sneeuw</translation>
        </message>
        <message>
            <source>shadow or relief</source>
            <translation>schaduw of reliëf</translation>
        </message>
        <message>
            <source>needs VHR</source>
            <translation>VHR nodig</translation>
        </message>
        <message>
            <source>needs photo</source>
            <translation>foto nodig</translation>
        </message>
        <message>
            <source>wrong geometry</source>
            <translation>verkeerde geometrie</translation>
        </message>
        <message>
            <source>duplicate</source>
            <translation>dubbel</translation>
        </message>
        <message>
            <source>Cannot be inspected …</source>
            <translation>Niet te controleren …</translation>
        </message>
        <message>
            <source>Cloud gap</source>
            <translation>Wolkengat</translation>
        </message>
        <message>
            <source>Mixed parcel</source>
            <translation>Gemengd perceel</translation>
        </message>
        <message>
            <source>Needs photo</source>
            <translation>Foto nodig</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Te klein</translation>
        </message>
        <message>
            <source>Wrong geometry</source>
            <translation>Verkeerde geometrie</translation>
        </message>
        <message>
            <source>at least one button</source>
            <translation>minstens één knop</translation>
        </message>
        <message>
            <source>one of {known}</source>
            <translation>een van {known}</translation>
        </message>
        <message>
            <source>a scheme of an inspection as it was written by this plugin</source>
            <translation>een schema van een controle zoals deze plug-in het schreef</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>een lijst</translation>
        </message>
        <message>
            <source>rows as they were written by this plugin</source>
            <translation>rijen zoals deze plug-in ze schreef</translation>
        </message>
        <message>
            <source>a whole number from 0, or none</source>
            <translation>een geheel getal vanaf 0, of geen</translation>
        </message>
        <message>
            <source>every one once</source>
            <translation>elk maar één keer</translation>
        </message>
        <message>
            <source>the row has no id</source>
            <translation>de rij heeft geen kenmerk</translation>
        </message>
        <message>
            <source>“{text}” is no day</source>
            <translation>“{text}” is geen dag</translation>
        </message>
        <message>
            <source>“{text}” is no confidence</source>
            <translation>“{text}” is geen betrouwbaarheid</translation>
        </message>
        <message>
            <source>it ends on {last}, before it begins on {first}</source>
            <translation>hij eindigt op {last}, voor zijn begin op {first}</translation>
        </message>
        <message>
            <source>the row has no day</source>
            <translation>de rij heeft geen dag</translation>
        </message>
        <message>
            <source>Sen4CAP grassland mowing (L4B)</source>
            <translation>Sen4CAP: maaien van grasland (L4B)</translation>
        </message>
        <message>
            <source>Sen4CAP agricultural practices (L4C)</source>
            <translation>Sen4CAP: landbouwpraktijken (L4C)</translation>
        </message>
        <message>
            <source>JRC signals and markers</source>
            <translation>JRC: signalen en markers</translation>
        </message>
        <message>
            <source>columns of Sen4CAP L4B or L4C, or of JRC's markers</source>
            <translation>kolommen van Sen4CAP L4B of L4C, of van de markers van het JRC</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}</source>
            <translation>een getal van {low:g} tot {high:g}</translation>
        </message>
        <message>
            <source>a polygon or multipolygon in EPSG:4326</source>
            <translation>een polygoon of multipolygoon in EPSG:4326</translation>
        </message>
        <message>
            <source>a valid polygon that is not empty</source>
            <translation>een geldige polygoon die niet leeg is</translation>
        </message>
        <message>
            <source>degrees of longitude and latitude</source>
            <translation>graden lengte en breedte</translation>
        </message>
        <message>
            <source>a Place</source>
            <translation>een plek</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}, where UTM tiles are</source>
            <translation>een getal van {low:g} tot {high:g}, waar UTM-tegels zijn</translation>
        </message>
        <message>
            <source>True or False</source>
            <translation>waar of onwaar</translation>
        </message>
        <message>
            <source>only with {level}, which has SCL</source>
            <translation>alleen met {level}, dat de SCL heeft</translation>
        </message>
        <message>
            <source>days from {day} (launch) on</source>
            <translation>dagen vanaf {day} (lancering)</translation>
        </message>
        <message>
            <source>the start, {start}, or a later day</source>
            <translation>de eerste dag, {start}, of een latere</translation>
        </message>
        <message>
            <source>an ISO day, YYYY-MM-DD</source>
            <translation>een dag als JJJJ-MM-DD</translation>
        </message>
        <message>
            <source>a sequence of names out of {known}</source>
            <translation>een reeks namen uit {known}</translation>
        </message>
        <message>
            <source>at least one of {known}</source>
            <translation>minstens één van {known}</translation>
        </message>
        <message>
            <source>every band once</source>
            <translation>elke band één keer</translation>
        </message>
        <message>
            <source>the scene classification is made by the atmospheric correction</source>
            <translation>de scèneclassificatie ontstaat bij de atmosferische correctie</translation>
        </message>
        <message>
            <source>{name} belongs to {level} only</source>
            <translation>{name} hoort alleen bij {level}</translation>
        </message>
        <message>
            <source>for {level}: {known} ({made_by}, so {level} has no {name})</source>
            <translation>voor {level}: {known} ({made_by}, daarom heeft {level} geen {name})</translation>
        </message>
        <message>
            <source>a multiple of {step}, from {step} to {most} m</source>
            <translation>een veelvoud van {step}, van {step} tot {most} m</translation>
        </message>
        <message>
            <source>Animations need the Python package Pillow, which this Python has not; QGIS's installer and Linux distributions offer it.</source>
            <translation>Animaties hebben het Python-pakket Pillow nodig, dat deze Python niet heeft; het installatieprogramma van QGIS en Linux-distributies bieden het aan.</translation>
        </message>
        <message>
            <source>a GIF, PNGs, or both</source>
            <translation>een GIF, PNG’s, of beide</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} tot {high}</translation>
        </message>
        <message>
            <source>1 to {most} dates with a picture</source>
            <translation>1 tot {most} datums met een beeld</translation>
        </message>
        <message>
            <source>The animation was stopped.</source>
            <translation>De animatie is gestopt.</translation>
        </message>
        <message>
            <source>{name} could not be written: {error}</source>
            <translation>{name} kon niet worden geschreven: {error}</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: {error}</source>
            <translation>{name} kon niet worden vervangen, misschien heeft een programma het bestand open: {error}</translation>
        </message>
        <message>
            <source>letters, digits, - and _, such as ms or 2020</source>
            <translation>letters, cijfers, - en _, zoals ms of 2020</translation>
        </message>
        <message>
            <source>{name} was changed by another run or program: give each run a folder of its own</source>
            <translation>{name} is door een andere run of een ander programma gewijzigd: geef elke run een eigen map</translation>
        </message>
        <message>
            <source>1 to {most}</source>
            <translation>1 tot {most}</translation>
        </message>
        <message>
            <source>what is in the folder: no band at all</source>
            <translation>wat in de map is: helemaal geen band</translation>
        </message>
        <message>
            <source>what is in the folder: {bands}</source>
            <translation>wat in de map is: {bands}</translation>
        </message>
        <message>
            <source>at most {most} on one page: a smaller run</source>
            <translation>hoogstens {most} op één pagina: een kleinere run</translation>
        </message>
        <message>
            <source>the file is no picture of this run</source>
            <translation>het bestand is geen beeld van deze run</translation>
        </message>
        <message>
            <source>Extract raw chips</source>
            <translation>Ruwe chips uitsnijden</translation>
        </message>
        <message>
            <source>Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.
Give a point, or a layer of parcels: then every parcel becomes a series of its own and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF with the numbers of the original file (no resampling; 0 is no data) in a folder per place. manifest.json lists the files by date, chips.csv says of every date how cloudy it is and, if it has no chip, why.
The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included.</source>
            <translation>Snijdt uit elke Sentinel-2-opname van een periode hetzelfde vierkant uit, band voor band.
Geef een punt op, of een laag met percelen: dan wordt elk perceel een eigen reeks en geldt het wolkenoordeel voor het perceel. Elke datum en band wordt een GeoTIFF met de getallen van het oorspronkelijke bestand (zonder resampling; 0 is geen gegevens), in een map per plek. manifest.json somt de bestanden per datum op, chips.csv zegt van elke datum hoe bewolkt hij is en, als hij geen chip heeft, waarom.
De zijde is een veelvoud van 20 m, ten hoogste 5120 m. Datums zijn UTC-dagen, beide inbegrepen.</translation>
        </message>
        <message>
            <source>Extract colour composite chips</source>
            <translation>Kleurcomposiet-chips uitsnijden</translation>
        </message>
        <message>
            <source>Makes a small colour picture of a place from every Sentinel-2 acquisition of a period.
The three bands are shown as red, green and blue; the first sets the resolution. The look-up table is two percentiles of the valid pixels, clouds and shadows left out (5_95), or six absolute values of reflectance x 10 000, low and high for each of the three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of all dates of a place together, so that dates compare. No data is transparent.
Files, manifest and table are laid out as by 'Extract raw chips'.</source>
            <translation>Maakt van elke Sentinel-2-opname van een periode een klein kleurenbeeld van een plek.
De drie banden verschijnen als rood, groen en blauw; de eerste bepaalt de resolutie. De opzoektabel bestaat uit twee percentielen van de geldige pixels zonder wolken en schaduw (5_95) of zes absolute waarden van de reflectie x 10 000, laag en hoog voor elk van de drie (1200_5700_800_4100_150_2800). De percentielen gelden per chip of voor alle datums van een plek samen, zodat datums vergelijkbaar zijn. Waar geen gegevens zijn, is het beeld doorzichtig.
Bestanden, manifest en tabel zijn opgezet zoals bij ‘Ruwe chips uitsnijden’.</translation>
        </message>
        <message>
            <source>a polygon or multipolygon as WKT or GeoJSON ({error})</source>
            <translation>een polygoon of multipolygoon als WKT of GeoJSON ({error})</translation>
        </message>
        <message>
            <source>Part of the source's address is left out, as it may hold a login or a key.</source>
            <translation>Een deel van het adres van de bron is weggelaten, omdat het een aanmelding of sleutel kan bevatten.</translation>
        </message>
        <message>
            <source>The login is named by the id of its configuration, {id}: it works where QGIS has this configuration.</source>
            <translation>De aanmelding is genoemd met de id van haar configuratie, {id}: ze werkt waar QGIS deze configuratie heeft.</translation>
        </message>
        <message>
            <source>The cloud rule is one of your own ({rule}): qgis_process takes that of the plugin's options.</source>
            <translation>De wolkenregel is een eigen regel ({rule}): qgis_process neemt die van de opties van de plug-in.</translation>
        </message>
        <message>
            <source>the text of a request ({error})</source>
            <translation>de tekst van een aanvraag ({error})</translation>
        </message>
        <message>
            <source>the folder of a run with its manifest.json ({error})</source>
            <translation>de map van een run met de manifest.json ({error})</translation>
        </message>
        <message>
            <source>{{"dates": [...], "chips": [...]}}, equally long</source>
            <translation>{{"dates": [...], "chips": [...]}}, even lang</translation>
        </message>
        <message>
            <source>dates as YYYYMMDDTHHMMSS</source>
            <translation>datums als YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>relative paths within the run's folder</source>
            <translation>relatieve paden binnen de map van de run</translation>
        </message>
        <message>
            <source>the folder of a run with its places.geojson ({error})</source>
            <translation>de map van een run met de places.geojson ({error})</translation>
        </message>
        <message>
            <source>no picture was written</source>
            <translation>er is geen beeld geschreven</translation>
        </message>
        <message>
            <source>no file of this date is in the folder</source>
            <translation>geen bestand van deze datum is in de map</translation>
        </message>
        <message>
            <source>the file holds another band</source>
            <translation>het bestand bevat een andere band</translation>
        </message>
        <message>
            <source>the file shows other ground</source>
            <translation>het bestand toont ander terrein</translation>
        </message>
        <message>
            <source>a run with at least one date</source>
            <translation>een run met minstens één datum</translation>
        </message>
        <message>
            <source>a run's folder with its GeoTIFFs</source>
            <translation>de map van een run met de GeoTIFFs</translation>
        </message>
        <message>
            <source>the folder of a run with its chips.csv ({error})</source>
            <translation>de map van een run met de chips.csv ({error})</translation>
        </message>
        <message>
            <source>{path}, line {line}</source>
            <translation>{path}, regel {line}</translation>
        </message>
        <message>
            <source>a row of a run's table ({error})</source>
            <translation>een rij van de tabel van een run ({error})</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: the new one is {instead}.</source>
            <translation>{name} kon niet worden vervangen, misschien heeft een programma het bestand open: het nieuwe heet {instead}.</translation>
        </message>
        <message>
            <source>{name} was changed by a program while the run went on: the run's own is {instead}.</source>
            <translation>{name} is tijdens de run door een programma gewijzigd: het bestand van de run heet {instead}.</translation>
        </message>
        <message>
            <source>a GeoParquet file that can be read: {why}</source>
            <translation>een GeoParquet-bestand dat gelezen kan worden: {why}</translation>
        </message>
        <message>
            <source>a GeoParquet file: Parquet whose metadata name a column of geometries</source>
            <translation>een GeoParquet-bestand: Parquet waarvan de metadata een kolom met geometrieën noemen</translation>
        </message>
        <message>
            <source>GeoParquet with geometries as WKB</source>
            <translation>GeoParquet met geometrieën als WKB</translation>
        </message>
        <message>
            <source>GeoParquet with a known CRS</source>
            <translation>GeoParquet met een bekend CRS</translation>
        </message>
        <message>
            <source>{why}; the new table is {instead}.</source>
            <translation>{why}; de nieuwe tabel heet {instead}.</translation>
        </message>
        <message>
            <source>{name} has no description of its run beside it</source>
            <translation>naast {name} ligt geen beschrijving van de run</translation>
        </message>
        <message>
            <source>Parquet files take the Python package pyarrow, which is not installed</source>
            <translation>voor Parquet-bestanden is het Python-pakket pyarrow nodig, dat niet is geïnstalleerd</translation>
        </message>
        <message>
            <source>the swath does not reach the parcel: it holds no data</source>
            <translation>de strook reikt niet tot het perceel: er zijn geen gegevens</translation>
        </message>
        <message>
            <source>no pixel stands for the parcel by this rule</source>
            <translation>volgens deze regel staat geen pixel voor het perceel</translation>
        </message>
        <message>
            <source>the feature has no date that can be read</source>
            <translation>het object heeft geen leesbare datum</translation>
        </message>
        <message>
            <source>no clear date within {days} days</source>
            <translation>geen heldere datum binnen {days} dagen</translation>
        </message>
        <message>
            <source>area-weighted pixels take the Python package exactextract, which is not installed; without it pixels count by their centre, or if they lie inside</source>
            <translation>naar oppervlakte gewogen pixels hebben het Python-pakket exactextract nodig, dat niet is geïnstalleerd; zonder dat tellen pixels naar hun midden, of als ze er geheel in liggen</translation>
        </message>
        <message>
            <source>it has no id; it is number {number} of the layer</source>
            <translation>het heeft geen id; het is nummer {number} van de laag</translation>
        </message>
        <message numerus="yes">
            <source>it has {count} parts</source>
            <translation>
                <numerusform>het heeft {count} deel</numerusform>
                <numerusform>het heeft {count} delen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>it has {count} holes</source>
            <translation>
                <numerusform>het heeft {count} gat</numerusform>
                <numerusform>het heeft {count} gaten</numerusform>
            </translation>
        </message>
        <message>
            <source>its geometry can't be read: {why}</source>
            <translation>de geometrie kan niet worden gelezen: {why}</translation>
        </message>
        <message>
            <source>it has no geometry</source>
            <translation>het heeft geen geometrie</translation>
        </message>
        <message>
            <source>its geometry is empty</source>
            <translation>de geometrie is leeg</translation>
        </message>
        <message>
            <source>its coordinates are no numbers</source>
            <translation>de coördinaten zijn geen getallen</translation>
        </message>
        <message>
            <source>it has no area, it is a {kind}</source>
            <translation>het heeft geen oppervlakte, het is een {kind}</translation>
        </message>
        <message>
            <source>its outline was mended: {why}</source>
            <translation>de omtrek is hersteld: {why}</translation>
        </message>
        <message>
            <source>it has the same outline as {id}</source>
            <translation>het heeft dezelfde omtrek als {id}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have this id; it is number {number} of the layer</source>
            <translation>
                <numerusform>{count} perceel heeft dit id; het is nummer {number} van de laag</numerusform>
                <numerusform>{count} percelen hebben dit id; het is nummer {number} van de laag</numerusform>
            </translation>
        </message>
        <message>
            <source>an EPSG code, or a CRS as PROJ writes it</source>
            <translation>een EPSG-code, of een CRS zoals PROJ het schrijft</translation>
        </message>
        <message>
            <source>a CbM service cuts chips one by one; its own time series of a parcel is quicker than that</source>
            <translation>een CbM-dienst snijdt chips één voor één; zijn eigen tijdreeks van een perceel is sneller</translation>
        </message>
        <message>
            <source>the source lists no scene that shows it in the period</source>
            <translation>de bron noemt in de periode geen scène die het toont</translation>
        </message>
        <message>
            <source>its coordinates are not on earth; is the CRS right?</source>
            <translation>de coördinaten liggen niet op aarde; klopt het CRS?</translation>
        </message>
        <message>
            <source>no tile is there: UTM has none beyond {south:g} and {north:g} degrees of latitude</source>
            <translation>daar is geen tegel: UTM heeft er geen voorbij {south:g} en {north:g} graden breedte</translation>
        </message>
        <message>
            <source>it is larger than a tile: more than {most:g} km across</source>
            <translation>het is groter dan een tegel: meer dan {most:g} km breed</translation>
        </message>
        <message>
            <source>reflective bands: SCL is classes, and always counted</source>
            <translation>reflecterende banden: SCL zijn klassen en worden altijd geteld</translation>
        </message>
        <message>
            <source>every index once</source>
            <translation>elke index één keer</translation>
        </message>
        <message>
            <source>at least one: LEVEL1C has no SCL to judge by</source>
            <translation>ten minste één: LEVEL1C heeft geen SCL om naar te oordelen</translation>
        </message>
        <message>
            <source>a cloud rule, or the name of one</source>
            <translation>een wolkenregel, of de naam ervan</translation>
        </message>
        <message>
            <source>a sequence of names</source>
            <translation>een reeks namen</translation>
        </message>
        <message>
            <source>A scheduler takes the Python package distributed, which is not installed</source>
            <translation>voor een scheduler is het Python-pakket distributed nodig, dat niet is geïnstalleerd</translation>
        </message>
        <message>
            <source>the scheduler at {address} does not answer: {error}</source>
            <translation>de scheduler op {address} antwoordt niet: {error}</translation>
        </message>
        <message>
            <source>a source whose files are opened with a login or S3 keys</source>
            <translation>een bron waarvan de bestanden met een login of S3-sleutels worden geopend</translation>
        </message>
        <message>
            <source>files that everyone may read or whose addresses are signed, as a login is not sent to other machines; without a scheduler this computer reads them</source>
            <translation>bestanden die iedereen mag lezen of waarvan de adressen ondertekend zijn, omdat een login niet naar andere computers wordt gestuurd; zonder scheduler leest deze computer ze</translation>
        </message>
        <message>
            <source>the source gave no access to {file}</source>
            <translation>de bron gaf geen toegang tot {file}</translation>
        </message>
        <message>
            <source>not read from {scene}: {why}</source>
            <translation>niet uit {scene} gelezen: {why}</translation>
        </message>
        <message>
            <source>the source lists no file for this band</source>
            <translation>de bron noemt voor deze band geen bestand</translation>
        </message>
        <message numerus="yes">
            <source>{band}: {count} pixels of {scene} at DN {limit} or above are no data: they had wrapped below 0, or are saturated</source>
            <translation>
                <numerusform>{band}: {count} pixel van {scene} met DN {limit} of hoger heeft geen gegevens: onder 0 omgeslagen of verzadigd</numerusform>
                <numerusform>{band}: {count} pixels van {scene} met DN {limit} of hoger hebben geen gegevens: onder 0 omgeslagen of verzadigd</numerusform>
            </translation>
        </message>
        <message>
            <source>read from {scene}, in place of {other}</source>
            <translation>gelezen uit {scene}, in plaats van {other}</translation>
        </message>
        <message>
            <source>no second opinion on clouds: {why}</source>
            <translation>geen tweede mening over wolken: {why}</translation>
        </message>
        <message>
            <source>not judged, SCL could not be read: {why}</source>
            <translation>niet beoordeeld, de SCL kon niet worden gelezen: {why}</translation>
        </message>
        <message>
            <source>mosaic of {scenes}</source>
            <translation>mozaïek van {scenes}</translation>
        </message>
        <message>
            <source>the swath does not reach the chip: it holds no data</source>
            <translation>de opnamestrook reikt niet tot de chip: die heeft daar geen gegevens</translation>
        </message>
        <message>
            <source>not known to be clear, SCL could not be read: {why}</source>
            <translation>niet bekend of het helder is, de SCL kon niet worden gelezen: {why}</translation>
        </message>
        <message>
            <source>not clear: no data in the parcel</source>
            <translation>niet helder: geen gegevens in het perceel</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad</source>
            <translation>niet helder: {share:.0f} % van de geldige pixels is onbruikbaar</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad, {missing} of {total} have no data</source>
            <translation>niet helder: {share:.0f} % van de geldige pixels is onbruikbaar, {missing} van {total} hebben geen gegevens</translation>
        </message>
        <message>
            <source>no data in the chip</source>
            <translation>geen gegevens in de chip</translation>
        </message>
        <message>
            <source>holds no data where the SCL has some</source>
            <translation>heeft geen gegevens waar de SCL die wel heeft</translation>
        </message>
        <message>
            <source>holds no data where the bands have some</source>
            <translation>heeft geen gegevens waar de banden die wel hebben</translation>
        </message>
        <message>
            <source>{band}: no data in {share:.0f} % of the pixels where the SCL has some</source>
            <translation>{band}: geen gegevens in {share:.0f} % van de pixels waar de SCL die wel heeft</translation>
        </message>
        <message>
            <source>clear by this cloud rule, but not read yet</source>
            <translation>helder volgens deze wolkenregel, maar nog niet gelezen</translation>
        </message>
        <message>
            <source>no search now</source>
            <translation>nu geen zoekopdracht</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>{state}: the search answer is {age} old ({why})</source>
            <translation>{state}: het zoekresultaat is {age} oud ({why})</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} tot {last}</translation>
        </message>
        <message>
            <source>{state}: only what was found before, up to {age} ago, is shown: dates of {days}; the other days of the period can't be searched now ({why})</source>
            <translation>{state}: alleen wat eerder is gevonden, tot {age} oud, wordt getoond: datums van {days}; de andere dagen van de periode kunnen nu niet worden doorzocht ({why})</translation>
        </message>
        <message>
            <source>no search for it is kept in the cache</source>
            <translation>in de cache staat geen zoekopdracht ernaar</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>nog niet gelezen</translation>
        </message>
        <message>
            <source>another address</source>
            <translation>een ander adres</translation>
        </message>
        <message>
            <source>{band} is read from {there}, as the first address failed: {why}</source>
            <translation>{band} wordt van {there} gelezen, want het eerste adres faalde: {why}</translation>
        </message>
        <message>
            <source>the file has changed</source>
            <translation>het bestand is veranderd</translation>
        </message>
        <message>
            <source>the file is damaged: a block of pixels and its checksum don't fit together</source>
            <translation>het bestand is beschadigd: een pixelblok en de controlesom passen niet bij elkaar</translation>
        </message>
        <message>
            <source>not ahead</source>
            <translation>niet vooruit</translation>
        </message>
        <message>
            <source>kept pixels: the server did not answer whether the file is still the same</source>
            <translation>bewaarde pixels: de server zei niet of het bestand nog hetzelfde is</translation>
        </message>
        <message>
            <source>401, a login is needed</source>
            <translation>401, een aanmelding is nodig</translation>
        </message>
        <message>
            <source>403, access refused</source>
            <translation>403, toegang geweigerd</translation>
        </message>
        <message>
            <source>404, file missing</source>
            <translation>404, bestand ontbreekt</translation>
        </message>
        <message>
            <source>407, the proxy needs a login (see QGIS's network options)</source>
            <translation>407, de proxy vraagt een aanmelding (zie de netwerkopties van QGIS)</translation>
        </message>
        <message>
            <source>410, file gone</source>
            <translation>410, bestand verdwenen</translation>
        </message>
        <message>
            <source>416, the file has no such part</source>
            <translation>416, het bestand heeft niet zo’n deel</translation>
        </message>
        <message>
            <source>429, the server asks for fewer requests</source>
            <translation>429, de server vraagt om minder verzoeken</translation>
        </message>
        <message>
            <source>{host} took longer than {budget_s:g} s for one file</source>
            <translation>{host} had voor één bestand meer dan {budget_s:g} s nodig</translation>
        </message>
        <message>
            <source>there is too little memory to read it</source>
            <translation>er is te weinig geheugen om het te lezen</translation>
        </message>
        <message>
            <source>a mistake while reading ({kind}); the log tells more</source>
            <translation>een fout bij het lezen ({kind}); het logboek zegt meer</translation>
        </message>
        <message>
            <source>{status}, the server failed</source>
            <translation>{status}, de server faalde</translation>
        </message>
        <message>
            <source>{status}, the request is refused</source>
            <translation>{status}, het verzoek is geweigerd</translation>
        </message>
        <message>
            <source>the file is damaged or cut short: not all of its pixels can be read</source>
            <translation>het bestand is beschadigd of afgekapt: niet alle pixels zijn leesbaar</translation>
        </message>
        <message>
            <source>the file is neither a GeoTIFF nor JPEG 2000</source>
            <translation>het bestand is geen GeoTIFF en geen JPEG 2000</translation>
        </message>
        <message>
            <source>Reading pixels needs rasterio 1.3 or newer, or the GDAL that comes with QGIS.</source>
            <translation>Om pixels te lezen is rasterio 1.3 of nieuwer nodig, of de GDAL die met QGIS komt.</translation>
        </message>
        <message>
            <source>could not write {name}: {error}</source>
            <translation>{name} kon niet worden geschreven: {error}</translation>
        </message>
        <message>
            <source>GDAL did not say why</source>
            <translation>GDAL zei niet waarom</translation>
        </message>
        <message>
            <source>an s3 address without a bucket or a name</source>
            <translation>een s3-adres zonder bucket of naam</translation>
        </message>
        <message>
            <source>no way is known to open {scheme} addresses</source>
            <translation>adressen met {scheme} kunnen niet worden geopend</translation>
        </message>
        <message>
            <source>{width_px} x {height_px} pixels are no chip</source>
            <translation>{width_px} x {height_px} pixels zijn geen chip</translation>
        </message>
        <message>
            <source>the file has no CRS, so it is no chip</source>
            <translation>het bestand heeft geen CRS, dus is het geen chip</translation>
        </message>
        <message>
            <source>pixels of {a:g} x {e:g} m are no chip's</source>
            <translation>pixels van {a:g} x {e:g} m horen niet bij een chip</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>opgegeven</translation>
        </message>
        <message>
            <source>the server does not say how large the file is</source>
            <translation>de server zegt niet hoe groot het bestand is</translation>
        </message>
        <message>
            <source>the file has changed while it was read</source>
            <translation>het bestand is tijdens het lezen veranderd</translation>
        </message>
        <message>
            <source>more than was asked for</source>
            <translation>meer dan gevraagd</translation>
        </message>
        <message>
            <source>no chunks as HTTP has them</source>
            <translation>geen delen zoals HTTP die heeft</translation>
        </message>
        <message>
            <source>it is packed in a way that nobody asked for</source>
            <translation>het is ingepakt op een manier waar niemand om vroeg</translation>
        </message>
        <message>
            <source>it is packed, and broken</source>
            <translation>het is ingepakt en kapot</translation>
        </message>
        <message>
            <source>the connection was closed</source>
            <translation>de verbinding is gesloten</translation>
        </message>
        <message>
            <source>the answer was cut short</source>
            <translation>het antwoord werd afgebroken</translation>
        </message>
        <message>
            <source>no answer in HTTP</source>
            <translation>geen antwoord in HTTP</translation>
        </message>
        <message>
            <source>timed out</source>
            <translation>tijd verstreken</translation>
        </message>
        <message>
            <source>an answer in a form that nobody asked for</source>
            <translation>een antwoord in een vorm waar niemand om vroeg</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>het bestand is leeg</translation>
        </message>
        <message>
            <source>{host} gives a web page in place of the file</source>
            <translation>{host} stuurt een webpagina in plaats van het bestand</translation>
        </message>
        <message>
            <source>{host} does not say which part of the file it gives</source>
            <translation>{host} zegt niet welk deel van het bestand het stuurt</translation>
        </message>
        <message>
            <source>{host} gives another part of the file than asked for</source>
            <translation>{host} stuurt een ander deel van het bestand dan gevraagd</translation>
        </message>
        <message>
            <source>{host} gives files as a whole only, and this one is larger than {most} MB</source>
            <translation>{host} stuurt bestanden alleen als geheel, en dit is groter dan {most} MB</translation>
        </message>
        <message>
            <source>the file is shorter than it should be</source>
            <translation>het bestand is korter dan het hoort te zijn</translation>
        </message>
        <message>
            <source>what {host} gives can't be used: {error}</source>
            <translation>wat {host} stuurt is niet bruikbaar: {error}</translation>
        </message>
        <message>
            <source>the server gives no file</source>
            <translation>de server stuurt geen bestand</translation>
        </message>
        <message>
            <source>{host} sends us from one address to the next without end</source>
            <translation>{host} stuurt ons eindeloos van het ene adres naar het volgende</translation>
        </message>
        <message>
            <source>{host} did not answer: {error}</source>
            <translation>{host} antwoordde niet: {error}</translation>
        </message>
        <message>
            <source>an address or a login that can't be sent</source>
            <translation>een adres of aanmelding die niet kan worden verzonden</translation>
        </message>
        <message>
            <source>{host} did not answer: timed out</source>
            <translation>{host} antwoordde niet: tijd verstreken</translation>
        </message>
        <message>
            <source>{host} shows a certificate that is not trusted: {error}</source>
            <translation>{host} toont een certificaat dat niet wordt vertrouwd: {error}</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>geen antwoord</translation>
        </message>
        <message>
            <source>{host} does not speak TLS: {why}</source>
            <translation>{host} spreekt geen TLS: {why}</translation>
        </message>
        <message>
            <source>the proxy {host}:{port}</source>
            <translation>de proxy {host}:{port}</translation>
        </message>
        <message>
            <source>the proxy opens no way to {host}: {status}</source>
            <translation>de proxy opent geen weg naar {host}: {status}</translation>
        </message>
        <message>
            <source>there is no way to {host} ({kind})</source>
            <translation>er is geen weg naar {host} ({kind})</translation>
        </message>
        <message>
            <source>{address} is no address of a server</source>
            <translation>{address} is geen adres van een server</translation>
        </message>
        <message>
            <source>this is no address of a server</source>
            <translation>dit is geen adres van een server</translation>
        </message>
        <message>
            <source>a proxy that speaks {scheme} can't be used here</source>
            <translation>een proxy die {scheme} spreekt kan hier niet worden gebruikt</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}: {error}</source>
            <translation>de vertrouwde certificaten kunnen niet uit {path} worden gelezen: {error}</translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>voor altijd</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}</source>
            <translation>de vertrouwde certificaten kunnen niet uit {path} worden gelezen</translation>
        </message>
        <message>
            <source>pixels of type {name} are no measurements</source>
            <translation>pixels van het type {name} zijn geen meetwaarden</translation>
        </message>
        <message numerus="yes">
            <source>the file holds {count} bands and does not say which is {wanted}</source>
            <translation>
                <numerusform>het bestand heeft {count} band en zegt niet of die {wanted} is</numerusform>
                <numerusform>het bestand heeft {count} banden en zegt niet welke {wanted} is</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} sends us to what is not on the web</source>
            <translation>{host} stuurt ons naar iets dat niet op het web staat</translation>
        </message>
        <message>
            <source>{host} sends us from https to http, which is not followed</source>
            <translation>{host} stuurt ons van https naar http, dat wordt niet gevolgd</translation>
        </message>
        <message>
            <source>no host has such a name</source>
            <translation>geen host heet zo</translation>
        </message>
        <message>
            <source>its file tells no CRS, {crs} is taken</source>
            <translation>het bestand noemt geen CRS, {crs} wordt genomen</translation>
        </message>
        <message>
            <source>its file does not tell where it lies, the source's word is taken</source>
            <translation>het bestand zegt niet waar het ligt, de opgave van de bron geldt</translation>
        </message>
        <message>
            <source>the file has no CRS and the source tells none, so it can't be placed</source>
            <translation>het bestand heeft geen CRS en de bron noemt er geen, dus is de ligging onbekend</translation>
        </message>
        <message>
            <source>neither the file nor the source tells where it lies</source>
            <translation>noch het bestand noch de bron zegt waar het ligt</translation>
        </message>
        <message>
            <source>its file is in EPSG:{epsg}, not in {crs} as the source says</source>
            <translation>het bestand is in EPSG:{epsg}, niet in {crs} zoals de bron zegt</translation>
        </message>
        <message>
            <source>the one</source>
            <translation>dat</translation>
        </message>
        <message>
            <source>{crs} that the source tells</source>
            <translation>{crs} dat de bron noemt</translation>
        </message>
        <message>
            <source>{crs} of its tile</source>
            <translation>{crs} van de tegel</translation>
        </message>
        <message>
            <source>{failure}, and to wait {time}</source>
            <translation>{failure}, en {time} te wachten</translation>
        </message>
        <message>
            <source>False colour (near infrared)</source>
            <translation>Valse kleuren (nabij-infrarood)</translation>
        </message>
        <message>
            <source>vegetation in red, bare soil in grey-green, water dark</source>
            <translation>vegetatie rood, kale grond grijsgroen, water donker</translation>
        </message>
        <message>
            <source>True colour</source>
            <translation>Ware kleuren</translation>
        </message>
        <message>
            <source>what the eye would see; haze</source>
            <translation>wat het oog zou zien; nevel</translation>
        </message>
        <message>
            <source>Vegetation and moisture</source>
            <translation>Vegetatie en vocht</translation>
        </message>
        <message>
            <source>crops against bare soil; mowing and ploughing</source>
            <translation>gewas tegen kale grond; maaien en ploegen</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Landbouw</translation>
        </message>
        <message>
            <source>growing crops in bright green, bare soil in magenta</source>
            <translation>groeiend gewas helder groen, kale grond magenta</translation>
        </message>
        <message>
            <source>Short-wave infrared</source>
            <translation>Kortgolvig infrarood</translation>
        </message>
        <message>
            <source>moisture of soil and plants, burnt ground, snow against cloud</source>
            <translation>vocht van grond en planten, verbrande grond, sneeuw tegen wolken</translation>
        </message>
        <message>
            <source>Red edge</source>
            <translation>Red edge</translation>
        </message>
        <message>
            <source>chlorophyll: crop type, vigour and ripening</source>
            <translation>chlorofyl: gewassoort, groeikracht en rijping</translation>
        </message>
        <message>
            <source>three of {bands}, joined by "_"</source>
            <translation>drie van {bands}, verbonden door ‘_’</translation>
        </message>
        <message>
            <source>{bands} for this composite</source>
            <translation>{bands} voor deze composiet</translation>
        </message>
        <message>
            <source>These two dates do not have the same pixels.</source>
            <translation>Deze twee datums hebben niet dezelfde pixels.</translation>
        </message>
        <message>
            <source>Normalised difference vegetation index</source>
            <translation>Genormaliseerde verschil-vegetatie-index</translation>
        </message>
        <message>
            <source>Normalised difference water index (open water)</source>
            <translation>Genormaliseerde verschil-waterindex (open water)</translation>
        </message>
        <message>
            <source>Normalised difference moisture index (water in leaves)</source>
            <translation>Genormaliseerde verschil-vochtindex (water in bladeren)</translation>
        </message>
        <message>
            <source>Normalised difference red edge index (chlorophyll)</source>
            <translation>Genormaliseerde verschilindex van de red edge (chlorofyl)</translation>
        </message>
        <message>
            <source>Bare soil index</source>
            <translation>Index voor kale grond</translation>
        </message>
        <message>
            <source>Normalised burn ratio</source>
            <translation>Genormaliseerde brandindex</translation>
        </message>
        <message>
            <source>Enhanced vegetation index</source>
            <translation>Verbeterde vegetatie-index</translation>
        </message>
        <message>
            <source>{bands} for {index}</source>
            <translation>{bands} voor {index}</translation>
        </message>
        <message>
            <source>two percentiles "low_high" with 0 &lt;= low &lt; high &lt;= 100, or six finite values "low_high_low_high_low_high" with low &lt; high in each pair</source>
            <translation>twee percentielen ‘laag_hoog’ met 0 &lt;= laag &lt; hoog &lt;= 100, of zes eindige waarden ‘laag_hoog_laag_hoog_laag_hoog’ met laag &lt; hoog in elk paar</translation>
        </message>
        <message>
            <source>the built-in sample can't be made in {folder}: {error}</source>
            <translation>het ingebouwde voorbeeld kan niet worden gemaakt in {folder}: {error}</translation>
        </message>
        <message>
            <source>an older built-in sample in {folder} is open in another program: close that and try again</source>
            <translation>een ouder ingebouwd voorbeeld in {folder} is open in een ander programma: sluit het daar en probeer het opnieuw</translation>
        </message>
        <message>
            <source>the built-in sample was not made: stopped</source>
            <translation>het ingebouwde voorbeeld is niet gemaakt: gestopt</translation>
        </message>
        <message>
            <source>its extent can't be judged ({kind}: {error})</source>
            <translation>de omvang kan niet worden beoordeeld ({kind}: {error})</translation>
        </message>
        <message>
            <source>{reason}, as its files' place is told, and it tells no outline</source>
            <translation>{reason}, naar de genoemde ligging van de bestanden; een omtrek wordt niet genoemd</translation>
        </message>
        <message>
            <source>tile {tile} of the same acquisition shows all of the chip that it shows</source>
            <translation>tegel {tile} van dezelfde opname toont alles van de chip wat deze toont</translation>
        </message>
        <message>
            <source>listed more than once</source>
            <translation>meer dan eens vermeld</translation>
        </message>
        <message>
            <source>offset uncertain: too few pixels to tell</source>
            <translation>offset onzeker: te weinig pixels om het te zien</translation>
        </message>
        <message>
            <source>no offset: dark pixels at DN {darkest:.0f} show a shifted file</source>
            <translation>geen offset: donkere pixels bij DN {darkest:.0f} tonen een verschoven bestand</translation>
        </message>
        <message>
            <source>offset applied: darkest pixels at DN {darkest:.0f} show original DN</source>
            <translation>offset toegepast: de donkerste pixels bij DN {darkest:.0f} tonen oorspronkelijke DN</translation>
        </message>
        <message>
            <source>offset uncertain: metadata contradict, darkest pixels at DN {darkest:.0f}</source>
            <translation>offset onzeker: de metadata spreken elkaar tegen, donkerste pixels bij DN {darkest:.0f}</translation>
        </message>
        <message>
            <source>offset uncertain</source>
            <translation>offset onzeker</translation>
        </message>
        <message>
            <source>offset {offsets} by metadata</source>
            <translation>offset {offsets} volgens metadata</translation>
        </message>
        <message>
            <source>scale {scales}, offset {offsets} by metadata</source>
            <translation>schaal {scales}, offset {offsets} volgens metadata</translation>
        </message>
        <message>
            <source>{first} and {other}</source>
            <translation>{first} en {other}</translation>
        </message>
        <message>
            <source>lists no file of {bands}</source>
            <translation>heeft geen bestand van {bands}</translation>
        </message>
        <message>
            <source>{other} of {collection} {why}: {scene} of the same acquisition is read</source>
            <translation>{other} uit {collection} {why}: {scene} van dezelfde opname wordt gelezen</translation>
        </message>
        <message>
            <source>its tile does not reach the chip</source>
            <translation>de tegel reikt niet tot de chip</translation>
        </message>
        <message>
            <source>its footprint does not touch the chip</source>
            <translation>de omtrek raakt de chip niet</translation>
        </message>
        <message>
            <source>pixels whose centre lies in the parcel</source>
            <translation>pixels waarvan het midden in het perceel ligt</translation>
        </message>
        <message>
            <source>pixels the parcel touches, as it holds no pixel centre</source>
            <translation>pixels die het perceel raakt, want het bevat geen pixelmidden</translation>
        </message>
        <message>
            <source>the whole chip, as there is no outline</source>
            <translation>de hele chip, want er is geen omtrek</translation>
        </message>
        <message>
            <source>none, as the parcel lies outside the chip</source>
            <translation>geen, want het perceel ligt buiten de chip</translation>
        </message>
        <message>
            <source>{basis}; {part} of the parcel is in the chip</source>
            <translation>{basis}; {part} van het perceel ligt in de chip</translation>
        </message>
        <message>
            <source>another scene of {day} is clearer, or as clear and earlier</source>
            <translation>een andere scène van {day} is helderder, of even helder en eerder</translation>
        </message>
        <message>
            <source>scale 1 and offset {stated:g} are stated of whole numbers</source>
            <translation>schaal 1 en offset {stated:g} zijn bij gehele getallen opgegeven</translation>
        </message>
        <message>
            <source>8 bits hold no DN, and no other scale is stated</source>
            <translation>8 bits bevatten geen DN, en er is geen andere schaal opgegeven</translation>
        </message>
        <message>
            <source>the file tells of scale {scale:g} and offset {offset:g}</source>
            <translation>het bestand noemt schaal {scale:g} en offset {offset:g}</translation>
        </message>
        <message>
            <source>no scale is stated of numbers up to {brightest:g}</source>
            <translation>bij getallen tot {brightest:g} is geen schaal opgegeven</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated of numbers up to {brightest:g}</source>
            <translation>schaal {scale:g} en offset {offset:g} zijn opgegeven bij getallen tot {brightest:g}</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated, which makes reflectance {middle:.3g} of its pixels</source>
            <translation>schaal {scale:g} en offset {offset:g} zijn opgegeven, dat maakt van de pixels reflectantie {middle:.3g}</translation>
        </message>
        <message>
            <source>{first} or {second}</source>
            <translation>{first} of {second}</translation>
        </message>
        <message>
            <source>Default: shadow, clouds, cirrus</source>
            <translation>Standaard: schaduw, wolken, cirrus</translation>
        </message>
        <message>
            <source>CbM Chips, and the example client of JRC's CbM service</source>
            <translation>CbM Chips en de voorbeeldclient van de CbM-dienst van het JRC</translation>
        </message>
        <message>
            <source>Strict: only vegetation, soil and water</source>
            <translation>Streng: alleen vegetatie, grond en water</translation>
        </message>
        <message>
            <source>CbM Chips</source>
            <translation>CbM Chips</translation>
        </message>
        <message>
            <source>Tolerate thin cirrus</source>
            <translation>Dunne cirrus toelaten</translation>
        </message>
        <message>
            <source>Default and snow</source>
            <translation>Standaard en sneeuw</translation>
        </message>
        <message>
            <source>JRC, marker chain: defective pixels count, snow is bad</source>
            <translation>JRC, markerketen: defecte pixels tellen mee, sneeuw is slecht</translation>
        </message>
        <message>
            <source>JRC's signal and marker processing (github.com/ec-jrc/cbm)</source>
            <translation>Signaal- en markerverwerking van het JRC (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>JRC, parcel viewer: cirrus counts, snow is bad</source>
            <translation>JRC, perceelviewer: cirrus telt mee, sneeuw is slecht</translation>
        </message>
        <message>
            <source>JRC's parcel viewer of 2026 (github.com/ec-jrc/cbm)</source>
            <translation>Perceelviewer van het JRC uit 2026 (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>saturated or defective</source>
            <translation>verzadigd of defect</translation>
        </message>
        <message>
            <source>dark area or topographic shadow</source>
            <translation>donker gebied of reliëfschaduw</translation>
        </message>
        <message>
            <source>cloud shadow</source>
            <translation>wolkenschaduw</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetatie</translation>
        </message>
        <message>
            <source>not vegetated</source>
            <translation>zonder vegetatie</translation>
        </message>
        <message>
            <source>water</source>
            <translation>water</translation>
        </message>
        <message>
            <source>unclassified</source>
            <translation>niet geclassificeerd</translation>
        </message>
        <message>
            <source>cloud (medium probability)</source>
            <translation>wolk (middelgrote kans)</translation>
        </message>
        <message>
            <source>cloud (high probability)</source>
            <translation>wolk (grote kans)</translation>
        </message>
        <message>
            <source>thin cirrus</source>
            <translation>dunne cirrus</translation>
        </message>
        <message>
            <source>snow or ice</source>
            <translation>sneeuw of ijs</translation>
        </message>
        <message>
            <source>a number of per cent</source>
            <translation>een getal in procenten</translation>
        </message>
        <message>
            <source>0 to 100</source>
            <translation>0 tot 100</translation>
        </message>
        <message>
            <source>above 0, up to 100</source>
            <translation>boven 0, tot 100</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11 (0 is no data already)</source>
            <translation>SCL-klassen 1 tot 11 (0 is al: geen gegevens)</translation>
        </message>
        <message>
            <source>clear by the SCL, but likely cloudy by Sen2Cor's cloud probability</source>
            <translation>helder volgens de SCL, maar waarschijnlijk bewolkt volgens de wolkenkans van Sen2Cor</translation>
        </message>
        <message>
            <source>no clear pixel in the parcel</source>
            <translation>geen heldere pixel in het perceel</translation>
        </message>
        <message>
            <source>what {name} is computed of was not read</source>
            <translation>wat {name} nodig heeft, is niet gelezen</translation>
        </message>
        <message>
            <source>CbM service, all pixels</source>
            <translation>CbM-dienst, alle pixels</translation>
        </message>
        <message>
            <source>{name} is more than {dip:g} lower than on the clear dates before and after: a mown meadow, or a cloud that was missed</source>
            <translation>{name} ligt meer dan {dip:g} onder de heldere datums ervoor en erna: een gemaaid weiland of een gemiste wolk</translation>
        </message>
        <message>
            <source>{host} could not make this chip</source>
            <translation>{host} kon deze chip niet maken</translation>
        </message>
        <message>
            <source>{error}; it is not asked any more</source>
            <translation>{error}; hij wordt niet meer gevraagd</translation>
        </message>
        <message>
            <source>from {day} on it is not asked any more</source>
            <translation>vanaf {day} wordt hij niet meer gevraagd</translation>
        </message>
        <message>
            <source>{host} sent something that is no picture</source>
            <translation>{host} stuurde iets dat geen beeld is</translation>
        </message>
        <message>
            <source>the chip could not be kept: {error}</source>
            <translation>de chip kon niet worden bewaard: {error}</translation>
        </message>
        <message>
            <source>{host} sent a web page in place of the chip</source>
            <translation>{host} stuurde een webpagina in plaats van de chip</translation>
        </message>
        <message>
            <source>{host} sent no GeoTIFF in place of the chip</source>
            <translation>{host} stuurde geen GeoTIFF als chip</translation>
        </message>
        <message>
            <source>the chip can't be read: {why}</source>
            <translation>de chip is niet leesbaar: {why}</translation>
        </message>
        <message>
            <source>the chip was not read</source>
            <translation>de chip is niet gelezen</translation>
        </message>
        <message numerus="yes">
            <source>{error}; it answers {count} questions in a row so and is not asked any more</source>
            <translation>
                <numerusform>{error}; zo beantwoordt hij {count} vraag en wordt niet meer gevraagd</numerusform>
                <numerusform>{error}; zo beantwoordt hij {count} vragen achter elkaar en wordt niet meer gevraagd</numerusform>
            </translation>
        </message>
        <message>
            <source>{days}: not asked any more ({error})</source>
            <translation>{days}: niet meer gevraagd ({error})</translation>
        </message>
        <message>
            <source>{error}: it may have no parcels of {dataset}, or know the user name in other capital and small letters</source>
            <translation>{error}: misschien heeft hij geen percelen van {dataset}, of kent hij de gebruikersnaam met andere hoofdletters en kleine letters</translation>
        </message>
        <message>
            <source>{error}: it may know the user name in other capital and small letters</source>
            <translation>{error}: misschien kent hij de gebruikersnaam met andere hoofdletters en kleine letters</translation>
        </message>
        <message>
            <source>{server} does not tell its areas: type area and year</source>
            <translation>{server} noemt zijn gebieden niet: typ gebied en jaar</translation>
        </message>
        <message>
            <source>{server} answered with odd parcels of {dataset}: {why}</source>
            <translation>{server} antwoordde met vreemde percelen van {dataset}: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels left out: {why}</source>
            <translation>
                <numerusform>{count} perceel weggelaten: {why}</numerusform>
                <numerusform>{count} percelen weggelaten: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels only the first {most} are looked at</source>
            <translation>
                <numerusform>van {count} perceel worden alleen de eerste {most} bekeken</numerusform>
                <numerusform>van {count} percelen worden alleen de eerste {most} bekeken</numerusform>
            </translation>
        </message>
        <message>
            <source>a parcel without an id</source>
            <translation>een perceel zonder kenmerk</translation>
        </message>
        <message>
            <source>outline not usable: {why}</source>
            <translation>omtrek niet bruikbaar: {why}</translation>
        </message>
        <message>
            <source>parcel {pid} is nowhere: neither outline nor centre make sense</source>
            <translation>perceel {pid} ligt nergens: noch de omtrek noch het midden is zinnig</translation>
        </message>
        <message>
            <source>{server} answered with odd neighbours</source>
            <translation>{server} antwoordde met onzinnige buren</translation>
        </message>
        <message>
            <source>{server} answered with an odd series: {why}</source>
            <translation>{server} antwoordde met een vreemde reeks: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows left out: {why}</source>
            <translation>
                <numerusform>{count} rij weggelaten: {why}</numerusform>
                <numerusform>{count} rijen weggelaten: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} observations of the same second, with fewer pixels, are left out</source>
            <translation>
                <numerusform>{count} waarneming van dezelfde seconde met minder pixels is weggelaten</numerusform>
                <numerusform>{count} waarnemingen van dezelfde seconde met minder pixels zijn weggelaten</numerusform>
            </translation>
        </message>
        <message>
            <source>a number that is none</source>
            <translation>een getal dat er geen is</translation>
        </message>
        <message>
            <source>a batch needs names of products</source>
            <translation>een batch heeft namen van producten nodig</translation>
        </message>
        <message>
            <source>{host} answered without a page of chips</source>
            <translation>{host} antwoordde zonder pagina met chips</translation>
        </message>
        <message>
            <source>{host} made no page: too many chips, or it failed</source>
            <translation>{host} maakte geen pagina: te veel chips, of hij faalde</translation>
        </message>
        <message numerus="yes">
            <source>{count} names were not understood</source>
            <translation>
                <numerusform>{count} naam werd niet begrepen</numerusform>
                <numerusform>{count} namen werden niet begrepen</numerusform>
            </translation>
        </message>
        <message>
            <source>{band} is cut by the server: there is no file to open directly</source>
            <translation>{band} wordt door de server uitgesneden: er is geen bestand om direct te openen</translation>
        </message>
        <message>
            <source>the service's largest chip does not cover all of it: its corners stay empty</source>
            <translation>de grootste chip van de dienst bedekt hem niet helemaal: de hoeken blijven leeg</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: of another level, day or place, or with an odd name</source>
            <translation>
                <numerusform>{count} item weggelaten: van een ander niveau, een andere dag of plek, of met een vreemde naam</numerusform>
                <numerusform>{count} items weggelaten: van een ander niveau, een andere dag of plek, of met een vreemde naam</numerusform>
            </translation>
        </message>
        <message>
            <source>the service does not offer {bands}</source>
            <translation>de dienst biedt {bands} niet aan</translation>
        </message>
        <message>
            <source>the service does not tell clouds of whole scenes: no scene was left out for them</source>
            <translation>de dienst noemt geen bewolking van hele scènes: geen scène is daarom weggelaten</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source: {error}</source>
            <translation>dit is geen antwoord van een CbM-bron: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source</source>
            <translation>dit is geen antwoord van een CbM-bron</translation>
        </message>
        <message>
            <source>nowhere</source>
            <translation>nergens</translation>
        </message>
        <message>
            <source>{host} refers to a file on {there}</source>
            <translation>{host} verwijst naar een bestand op {there}</translation>
        </message>
        <message>
            <source>{host} gave a path that is none: {text}</source>
            <translation>{host} gaf een pad dat er geen is: {text}</translation>
        </message>
        <message>
            <source>{host} gave a path with odd signs in it: {text}</source>
            <translation>{host} gaf een pad met vreemde tekens: {text}</translation>
        </message>
        <message>
            <source>cbm+https://HOST/PREFIX, the address of a CbM server</source>
            <translation>cbm+https://HOST/PREFIX, het adres van een CbM-server</translation>
        </message>
        <message>
            <source>a time that is none</source>
            <translation>een tijd die er geen is</translation>
        </message>
        <message>
            <source>class counts that are none</source>
            <translation>klassenaantallen die er geen zijn</translation>
        </message>
        <message>
            <source>the server gave none</source>
            <translation>de server gaf er geen</translation>
        </message>
        <message>
            <source>it is no GeoJSON</source>
            <translation>het is geen GeoJSON</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>hij is leeg</translation>
        </message>
        <message>
            <source>its coordinates are no degrees, and their CRS is unknown</source>
            <translation>de coördinaten zijn geen graden, en het CRS is onbekend</translation>
        </message>
        <message>
            <source>its coordinates are nowhere on the globe</source>
            <translation>de coördinaten liggen nergens op aarde</translation>
        </message>
        <message>
            <source>it is a {kind}</source>
            <translation>het is een {kind}</translation>
        </message>
        <message>
            <source>it has a ring of less than three corners</source>
            <translation>hij heeft een ring met minder dan drie hoeken</translation>
        </message>
        <message>
            <source>it has more than {most} corners</source>
            <translation>hij heeft meer dan {most} hoeken</translation>
        </message>
        <message>
            <source>{host} answered {status}</source>
            <translation>{host} antwoordde {status}</translation>
        </message>
        <message>
            <source>the file is far too large</source>
            <translation>het bestand is veel te groot</translation>
        </message>
        <message>
            <source>{host} sends us to {there}, where no login is sent: if that is right, give it as the server's address</source>
            <translation>{host} stuurt ons naar {there}, waarheen geen aanmelding wordt gestuurd: als dat klopt, geef dat dan op als adres van de server</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>niet op tijd antwoord</translation>
        </message>
        <message>
            <source>{host} has a certificate that is not trusted</source>
            <translation>{host} heeft een certificaat dat niet wordt vertrouwd</translation>
        </message>
        <message>
            <source>{host} can't be reached, or broke off ({kind})</source>
            <translation>{host} is niet bereikbaar of brak af ({kind})</translation>
        </message>
        <message>
            <source>{host} can't be asked: it refers to an address that makes no sense</source>
            <translation>{host} kan niet worden gevraagd: hij verwijst naar een onzinnig adres</translation>
        </message>
        <message>
            <source>degrees from {low:g} to {high:g}</source>
            <translation>graden van {low:g} tot {high:g}</translation>
        </message>
        <message>
            <source>two percentiles such as 5_95, low below high, or six values L1_H1_L2_H2_L3_H3</source>
            <translation>twee percentielen zoals 5_95, laag onder hoog, of zes waarden L1_H1_L2_H2_L3_H3</translation>
        </message>
        <message>
            <source>the area's code, letters and digits, such as ms</source>
            <translation>de code van het gebied, letters en cijfers, zoals ms</translation>
        </message>
        <message>
            <source>four digits, such as 2020</source>
            <translation>vier cijfers, zoals 2020</translation>
        </message>
        <message>
            <source>nothing, or letters and digits, such as b</source>
            <translation>niets, of letters en cijfers, zoals b</translation>
        </message>
        <message>
            <source>an id of at most 64 letters, digits and _.:/-</source>
            <translation>een kenmerk van hoogstens 64 letters, cijfers en _.:/-</translation>
        </message>
        <message>
            <source>not waited for</source>
            <translation>niet afgewacht</translation>
        </message>
        <message>
            <source>{host} answered with something else than an object</source>
            <translation>{host} antwoordde met iets anders dan een object</translation>
        </message>
        <message>
            <source>{host} refused: {text}</source>
            <translation>{host} weigerde: {text}</translation>
        </message>
        <message>
            <source>{host}: this login has no right to this area</source>
            <translation>{host}: deze aanmelding heeft geen recht op dit gebied</translation>
        </message>
        <message>
            <source>{host} refused access (403)</source>
            <translation>{host} weigerde toegang (403)</translation>
        </message>
        <message>
            <source>{host} has no such service (404): is the address complete?</source>
            <translation>{host} heeft niet zo’n dienst (404): is het adres volledig?</translation>
        </message>
        <message>
            <source>{host} has no such service (405): is the address complete?</source>
            <translation>{host} heeft niet zo’n dienst (405): is het adres volledig?</translation>
        </message>
        <message>
            <source>the proxy needs a login (see QGIS's network options)</source>
            <translation>de proxy vraagt een aanmelding (zie de netwerkopties van QGIS)</translation>
        </message>
        <message>
            <source>{host} refused the login: wrong user name or password, or none</source>
            <translation>{host} weigerde de aanmelding: gebruikersnaam of wachtwoord onjuist, of geen</translation>
        </message>
        <message>
            <source>{host} failed ({status})</source>
            <translation>{host} faalde ({status})</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>een webpagina</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again later</source>
            <translation>{host} is bezet ({status}): probeer het later opnieuw</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again in {time}</source>
            <translation>{host} is bezet ({status}): probeer het opnieuw over {time}</translation>
        </message>
        <message>
            <source>{host} made nothing: too many chips at once, or it failed</source>
            <translation>{host} maakte niets: te veel chips tegelijk, of hij faalde</translation>
        </message>
        <message>
            <source>{host} answered without a list of chips</source>
            <translation>{host} antwoordde zonder lijst van chips</translation>
        </message>
        <message>
            <source>{host} could not carry out the question: are all its parts right?</source>
            <translation>{host} kon de vraag niet uitvoeren: kloppen alle delen ervan?</translation>
        </message>
        <message>
            <source>{host} answered with a table whose columns don't fit together</source>
            <translation>{host} antwoordde met een tabel waarvan de kolommen niet bij elkaar passen</translation>
        </message>
        <message numerus="yes">
            <source>no answer within {count} seconds</source>
            <translation>
                <numerusform>geen antwoord binnen {count} seconde</numerusform>
                <numerusform>geen antwoord binnen {count} seconden</numerusform>
            </translation>
        </message>
        <message>
            <source>the list can't be read: {error}</source>
            <translation>de lijst is niet leesbaar: {error}</translation>
        </message>
        <message>
            <source>the list has no columns dates and chips</source>
            <translation>de lijst heeft geen kolommen dates en chips</translation>
        </message>
        <message>
            <source>listed twice</source>
            <translation>dubbel vermeld</translation>
        </message>
        <message>
            <source>the row names no GeoTIFF</source>
            <translation>de rij noemt geen GeoTIFF</translation>
        </message>
        <message>
            <source>the list of {band} names a file of another band</source>
            <translation>de lijst van {band} noemt een bestand van een andere band</translation>
        </message>
        <message>
            <source>the row has no date as YYYYMMDDTHHMMSS</source>
            <translation>de rij heeft geen datum in de vorm YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>the folder of one parcel, with its {images}</source>
            <translation>de map van één perceel, met {images} erin</translation>
        </message>
        <message>
            <source>the file lies outside the folder</source>
            <translation>het bestand ligt buiten de map</translation>
        </message>
        <message>
            <source>the file is not in the folder</source>
            <translation>het bestand staat niet in de map</translation>
        </message>
        <message>
            <source>the file can't be read: {error}</source>
            <translation>het bestand is niet leesbaar: {error}</translation>
        </message>
        <message>
            <source>the file is no GeoTIFF</source>
            <translation>het bestand is geen GeoTIFF</translation>
        </message>
        <message>
            <source>a folder with chips that have a date</source>
            <translation>een map met chips die een datum hebben</translation>
        </message>
        <message>
            <source>{file} tells of no parcel: {error}</source>
            <translation>{file} noemt geen perceel: {error}</translation>
        </message>
        <message>
            <source>a folder that tells where its parcel is</source>
            <translation>een map die zegt waar haar perceel ligt</translation>
        </message>
        <message>
            <source>it is no table</source>
            <translation>het is geen tabel</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates of the folder are of other days</source>
            <translation>
                <numerusform>{count} datum van de map valt op andere dagen</numerusform>
                <numerusform>{count} datums van de map vallen op andere dagen</numerusform>
            </translation>
        </message>
        <message>
            <source>bands that are none of Sentinel-2's: {bands}</source>
            <translation>banden die niet van Sentinel-2 zijn: {bands}</translation>
        </message>
        <message>
            <source>this is no answer of a folder: {error}</source>
            <translation>dit is geen antwoord van een map: {error}</translation>
        </message>
        <message>
            <source>the proxy</source>
            <translation>de proxy</translation>
        </message>
        <message>
            <source>{who} can't be reached: {error}</source>
            <translation>{who} is niet bereikbaar: {error}</translation>
        </message>
        <message>
            <source>this address</source>
            <translation>dit adres</translation>
        </message>
        <message>
            <source>{what} can't be asked ({kind})</source>
            <translation>{what} kan niet worden gevraagd ({kind})</translation>
        </message>
        <message>
            <source>the search was given up</source>
            <translation>het zoeken is opgegeven</translation>
        </message>
        <message>
            <source>the search of {host} took longer than {limit_s:.0f} s</source>
            <translation>het zoeken bij {host} duurde langer dan {limit_s:.0f} s</translation>
        </message>
        <message>
            <source>{host} did not answer within {limit_s:g} s</source>
            <translation>{host} antwoordde niet binnen {limit_s:g} s</translation>
        </message>
        <message>
            <source>{here} sends our search to {there}: if that is right, give its address</source>
            <translation>{here} stuurt onze zoekopdracht naar {there}: als dat klopt, geef dan dat adres op</translation>
        </message>
        <message>
            <source>{host} answered with a web page, not with JSON: is it a proxy or login page?</source>
            <translation>{host} antwoordde met een webpagina, niet met JSON: is het een proxy- of aanmeldpagina?</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>niets</translation>
        </message>
        <message>
            <source>{host} answered with something that is no JSON: {said}</source>
            <translation>{host} antwoordde met iets dat geen JSON is: {said}</translation>
        </message>
        <message>
            <source>the answer is larger than {most} MB: it can't be meant</source>
            <translation>het antwoord is groter dan {most} MB: dat kan niet de bedoeling zijn</translation>
        </message>
        <message>
            <source>the answer did not come in time</source>
            <translation>het antwoord kwam niet op tijd</translation>
        </message>
        <message>
            <source>the answer broke off</source>
            <translation>het antwoord brak af</translation>
        </message>
        <message>
            <source>the answer is encoded in a way not asked for: {encodings}</source>
            <translation>het antwoord is gecodeerd op een manier waar niet om is gevraagd: {encodings}</translation>
        </message>
        <message>
            <source>a deep nest</source>
            <translation>een diepe nesteling</translation>
        </message>
        <message>
            <source>{host} answered {status} and asks to wait {time}</source>
            <translation>{host} antwoordde {status} en vraagt {time} te wachten</translation>
        </message>
        <message>
            <source>it names no host</source>
            <translation>het noemt geen host</translation>
        </message>
        <message>
            <source>{known}, the URL or existing path of a STAC API or catalogue, or a CbM server's {prefix}https://...</source>
            <translation>{known}, de URL of het bestaande pad van een STAC-API of catalogus, of een CbM-server als {prefix}https://...</translation>
        </message>
        <message numerus="yes">
            <source>only {count} entries came before the search broke off: {trouble}</source>
            <translation>
                <numerusform>er kwam maar {count} item voordat het zoeken afbrak: {trouble}</numerusform>
                <numerusform>er kwamen maar {count} items voordat het zoeken afbrak: {trouble}</numerusform>
            </translation>
        </message>
        <message>
            <source>the server repeated a page; the search ended there</source>
            <translation>de server herhaalde een pagina; daar eindigde het zoeken</translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages, {listed} entries, were asked for</source>
            <translation>
                <numerusform>alleen de eerste pagina, {listed} items, is gevraagd ({count})</numerusform>
                <numerusform>alleen de eerste {count} pagina’s, {listed} items, zijn gevraagd</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} gives no sound address for its search</source>
            <translation>{host} geeft geen bruikbaar adres voor zijn zoekdienst</translation>
        </message>
        <message>
            <source>{refusal}; the catalogue calls its search {address}</source>
            <translation>{refusal}; de catalogus noemt zijn zoekdienst {address}</translation>
        </message>
        <message>
            <source>{source} has no Sentinel-2 collection of {level}; it has {names}</source>
            <translation>{source} heeft geen Sentinel-2-verzameling van {level}; wel {names}</translation>
        </message>
        <message>
            <source>{source} has no collection {missing}; it has {names}</source>
            <translation>{source} heeft geen verzameling {missing}; wel {names}</translation>
        </message>
        <message>
            <source>there is no collection {name}</source>
            <translation>er is geen verzameling {name}</translation>
        </message>
        <message>
            <source>{names} and {more} more</source>
            <translation>{names} en nog {more}</translation>
        </message>
        <message>
            <source>{address} is not opened: what a catalogue on the web lists has to be on the web (http, https or s3)</source>
            <translation>{address} wordt niet geopend: wat een catalogus op het web noemt, moet op het web staan (http, https of s3)</translation>
        </message>
        <message>
            <source>{address}: no way is known to open such an address</source>
            <translation>{address}: zo’n adres kan niet worden geopend</translation>
        </message>
        <message>
            <source>{address} is no address of a file: {why}</source>
            <translation>{address} is geen adres van een bestand: {why}</translation>
        </message>
        <message>
            <source>{address} is no address: {error}</source>
            <translation>{address} is geen adres: {error}</translation>
        </message>
        <message>
            <source>it names no bucket</source>
            <translation>het noemt geen bucket</translation>
        </message>
        <message>
            <source>it names no file of the bucket</source>
            <translation>het noemt geen bestand van de bucket</translation>
        </message>
        <message>
            <source>it is a way of GDAL</source>
            <translation>het is een weg van GDAL</translation>
        </message>
        <message>
            <source>it is a pipe or a device</source>
            <translation>het is een pipe of een apparaat</translation>
        </message>
        <message>
            <source>{source} has no address</source>
            <translation>{source} heeft geen adres</translation>
        </message>
        <message>
            <source>{address} is no STAC catalogue: {text}</source>
            <translation>{address} is geen STAC-catalogus: {text}</translation>
        </message>
        <message>
            <source>{address} is nothing of STAC: it holds no object</source>
            <translation>{address} is niets van STAC: het bevat geen object</translation>
        </message>
        <message>
            <source>its outline has too many points, its box stands in</source>
            <translation>de omtrek heeft te veel punten, de rechthoek staat ervoor in de plaats</translation>
        </message>
        <message>
            <source>can't be understood ({kind}); the log has the details</source>
            <translation>niet te begrijpen ({kind}); het logboek heeft de details</translation>
        </message>
        <message>
            <source>no STAC items</source>
            <translation>geen STAC-items</translation>
        </message>
        <message>
            <source>has none of the bands {bands}</source>
            <translation>heeft geen van de banden {bands}</translation>
        </message>
        <message>
            <source>not Sentinel-2 of {level}</source>
            <translation>niet Sentinel-2 van {level}</translation>
        </message>
        <message>
            <source>acquired outside the period</source>
            <translation>buiten de periode opgenomen</translation>
        </message>
        <message>
            <source>cloudier than asked for</source>
            <translation>bewolkter dan gevraagd</translation>
        </message>
        <message>
            <source>its outline tells latitude before longitude, and was turned round</source>
            <translation>de omtrek noemt breedte voor lengte, en is omgedraaid</translation>
        </message>
        <message>
            <source>does not tell its level; {level} assumed</source>
            <translation>noemt zijn niveau niet; {level} aangenomen</translation>
        </message>
        <message numerus="yes">
            <source>has {count} files more than are looked at</source>
            <translation>
                <numerusform>heeft {count} bestand meer dan er worden bekeken</numerusform>
                <numerusform>heeft {count} bestanden meer dan er worden bekeken</numerusform>
            </translation>
        </message>
        <message>
            <source>is kept as Zarr, which is not read here; GeoTIFF or JPEG 2000 is needed</source>
            <translation>is als Zarr bewaard, dat hier niet wordt gelezen; GeoTIFF of JPEG 2000 is nodig</translation>
        </message>
        <message>
            <source>has no file of a band as GeoTIFF or JPEG 2000</source>
            <translation>heeft van geen band een bestand als GeoTIFF of JPEG 2000</translation>
        </message>
        <message>
            <source>does not tell when it was acquired</source>
            <translation>zegt niet wanneer het is opgenomen</translation>
        </message>
        <message>
            <source>scale {scale:g} is stated, which gives no reflectance</source>
            <translation>schaal {scale:g} is opgegeven, die geen reflectantie geeft</translation>
        </message>
        <message>
            <source>offset {offset:g} is stated, which gives no reflectance</source>
            <translation>offset {offset:g} is opgegeven, die geen reflectantie geeft</translation>
        </message>
        <message>
            <source>{name} {value!r} is stated, which is no number</source>
            <translation>{name} {value!r} is opgegeven, dat is geen getal</translation>
        </message>
        <message>
            <source>two values of {name} are stated: {words}</source>
            <translation>twee waarden van {name} zijn opgegeven: {words}</translation>
        </message>
        <message>
            <source>STAC catalogues need the package pystac-client</source>
            <translation>STAC-catalogi hebben het pakket pystac-client nodig</translation>
        </message>
        <message>
            <source>{host} answered without a list of items: {text}</source>
            <translation>{host} antwoordde zonder lijst van items: {text}</translation>
        </message>
        <message>
            <source>the server's link to the next page is broken; the search ended there</source>
            <translation>de link van de server naar de volgende pagina is kapot; daar eindigde het zoeken</translation>
        </message>
        <message>
            <source>the server's link to the next page leads elsewhere; its own search was asked</source>
            <translation>de link van de server naar de volgende pagina leidt ergens anders heen; zijn eigen zoekdienst is gevraagd</translation>
        </message>
        <message>
            <source>{source} is not used for {level}: {why}; it has {offered}</source>
            <translation>{source} wordt niet gebruikt voor {level}: {why}; wel voor {offered}</translation>
        </message>
        <message>
            <source>Earth Search</source>
            <translation>Earth Search</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone.</source>
            <translation>GeoTIFF, voor iedereen toegankelijk.</translation>
        </message>
        <message>
            <source>its LEVEL1C files lie in a requester-pays bucket of AWS, which only holders of an AWS account can read, at their own cost</source>
            <translation>de LEVEL1C-bestanden liggen in een requester-pays-bucket van AWS, die alleen houders van een AWS-account kunnen lezen, op eigen kosten</translation>
        </message>
        <message>
            <source>Planetary Computer</source>
            <translation>Planetary Computer</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone through short-lived signatures, made as needed. Older dates were processed by another baseline than newer ones.</source>
            <translation>GeoTIFF, voor iedereen toegankelijk via kortlevende handtekeningen, die zo nodig worden gehaald. Oudere datums zijn met een andere baseline verwerkt dan nieuwere.</translation>
        </message>
        <message>
            <source>it has no LEVEL1C</source>
            <translation>er is geen LEVEL1C</translation>
        </message>
        <message>
            <source>Copernicus Data Space</source>
            <translation>Copernicus Data Space</translation>
        </message>
        <message>
            <source>JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) made in one's account there.</source>
            <translation>JPEG 2000, dat traag wordt gelezen; vraagt S3-sleutels (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), die men daar in het eigen account maakt.</translation>
        </message>
        <message>
            <source>Built-in sample</source>
            <translation>Ingebouwd voorbeeld</translation>
        </message>
        <message>
            <source>A small made archive on this computer, to try things out without a network.</source>
            <translation>Een klein kunstmatig archief op deze computer, om zonder netwerk iets uit te proberen.</translation>
        </message>
        <message>
            <source>5 x 5 km of fields in Flevoland, the Netherlands, through 2022</source>
            <translation>5 x 5 km akkers in Flevoland, Nederland, heel 2022</translation>
        </message>
        <message>
            <source>{bucket} at {host} needs S3 keys of one's own: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY</source>
            <translation>{bucket} bij {host} vraagt eigen S3-sleutels: AWS_ACCESS_KEY_ID en AWS_SECRET_ACCESS_KEY</translation>
        </message>
        <message>
            <source>{bucket} is a requester-pays bucket of AWS: reading it needs keys of an AWS account, which pays for the transfer</source>
            <translation>{bucket} is een requester-pays-bucket van AWS: om te lezen zijn sleutels nodig van een AWS-account, dat de overdracht betaalt</translation>
        </message>
        <message>
            <source>no signature was given for the files of {account}/{name}</source>
            <translation>voor de bestanden van {account}/{name} is geen handtekening gegeven</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: {why}</source>
            <translation>
                <numerusform>{count} item weggelaten: {why}</numerusform>
                <numerusform>{count} items weggelaten: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>some files are JPEG 2000, which is read slowly</source>
            <translation>sommige bestanden zijn JPEG 2000, dat langzaam wordt gelezen</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: nested too deeply</source>
            <translation>
                <numerusform>{count} item weggelaten: te diep genest</numerusform>
                <numerusform>{count} items weggelaten: te diep genest</numerusform>
            </translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: {error}</source>
            <translation>dit is geen antwoord van een STAC-bron: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: it has no list of items</source>
            <translation>dit is geen antwoord van een STAC-bron: het heeft geen lijst van items</translation>
        </message>
        <message>
            <source>{path} can't be read: it is no file</source>
            <translation>{path} is niet leesbaar: het is geen bestand</translation>
        </message>
        <message>
            <source>{path} is larger than {most} MB</source>
            <translation>{path} is groter dan {most} MB</translation>
        </message>
        <message>
            <source>{path} can't be read: {error}</source>
            <translation>{path} is niet leesbaar: {error}</translation>
        </message>
        <message>
            <source>{path} is no JSON: {text}</source>
            <translation>{path} is geen JSON: {text}</translation>
        </message>
        <message>
            <source>{path} has none of {names}</source>
            <translation>{path} heeft geen van deze: {names}</translation>
        </message>
        <message numerus="yes">
            <source>{count} documents of the catalogue can't be read, such as: {failure}</source>
            <translation>
                <numerusform>{count} document van de catalogus is niet leesbaar: {failure}</numerusform>
                <numerusform>{count} documenten van de catalogus zijn niet leesbaar, zoals: {failure}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages of a list of items were read</source>
            <translation>
                <numerusform>alleen {count} pagina van een lijst met items is gelezen</numerusform>
                <numerusform>alleen de eerste {count} pagina's van een lijst met items zijn gelezen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} documents of the catalogue were read</source>
            <translation>
                <numerusform>alleen {count} document van de catalogus is gelezen</numerusform>
                <numerusform>alleen de eerste {count} documenten van de catalogus zijn gelezen</numerusform>
            </translation>
        </message>
        <message>
            <source>{path} is too large to be read</source>
            <translation>{path} is te groot om te lezen</translation>
        </message>
        <message>
            <source>{path} is no text with separators</source>
            <translation>{path} is geen tekst met scheidingstekens</translation>
        </message>
        <message>
            <source>{place}: pictures without georeference, painted by the server, {metres} m across. Bands {bands}, stretch {lut}.</source>
            <translation>{place}: beelden zonder georeferentie, door de server getekend, {metres} m breed. Banden {bands}, stretch {lut}.</translation>
        </message>
        <message>
            <source>Chip sheet</source>
            <translation>Chipblad</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Beeld opslaan…</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Beeld kopiëren</translation>
        </message>
        <message>
            <source>The server has no picture here for these days.</source>
            <translation>De server heeft hier voor deze dagen geen beeld.</translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures, the oldest first.</source>
            <translation>
                <numerusform>{count} beeld.</numerusform>
                <numerusform>{count} beelden, de oudste eerst.</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation>Beelden ({0})</translation>
        </message>
        <message>
            <source>Pictures of the server</source>
            <translation>Beelden van de server</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Opslaan…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiëren</translation>
        </message>
        <message>
            <source>Asking {source} …</source>
            <translation>{source} wordt gevraagd …</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Opslaan</translation>
        </message>
        <message>
            <source>Chip sheet from the server …</source>
            <translation>Chipblad van de server …</translation>
        </message>
        <message>
            <source>Time series from the server …</source>
            <translation>Tijdreeks van de server …</translation>
        </message>
        <message>
            <source>Pick a place or a parcel first.</source>
            <translation>Kies eerst een plek of een perceel.</translation>
        </message>
        <message>
            <source>Pick a parcel of the server first, or give its id.</source>
            <translation>Kies eerst een perceel van de server, of geef het kenmerk ervan op.</translation>
        </message>
        <message>
            <source>Several parcels lie here</source>
            <translation>Hier liggen meerdere percelen</translation>
        </message>
        <message>
            <source>Stopped looking for the parcel.</source>
            <translation>Het zoeken naar het perceel is gestopt.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel where you clicked.</source>
            <translation>‘{dataset}’ heeft geen perceel waar u klikte.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel {id}.</source>
            <translation>‘{dataset}’ heeft geen perceel {id}.</translation>
        </message>
        <message>
            <source>No parcel from {source}: {problem}</source>
            <translation>Geen perceel van {source}: {problem}</translation>
        </message>
        <message>
            <source>Area of the server's parcels; empty: layers of the map</source>
            <translation>Gebied van de percelen van de server; leeg: lagen van de kaart</translation>
        </message>
        <message>
            <source>Year of the server's parcels</source>
            <translation>Jaar van de percelen van de server</translation>
        </message>
        <message>
            <source>Type of the server's parcels; mostly empty</source>
            <translation>Type van de percelen van de server; meestal leeg</translation>
        </message>
        <message>
            <source>Ask the server what it offers</source>
            <translation>De server vragen wat hij aanbiedt</translation>
        </message>
        <message>
            <source>Id of a parcel</source>
            <translation>Kenmerk van een perceel</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Tonen</translation>
        </message>
        <message>
            <source>Show the parcel with this id (Enter)</source>
            <translation>Het perceel met dit kenmerk tonen (Enter)</translation>
        </message>
        <message>
            <source>What the server offers is not known ({reason}). Area and year can be typed.</source>
            <translation>Wat de server aanbiedt, is niet bekend ({reason}). Gebied en jaar kunnen worden ingetypt.</translation>
        </message>
        <message>
            <source>Parcel id, such as {id}</source>
            <translation>Perceelkenmerk, zoals {id}</translation>
        </message>
        <message>
            <source>No series from the server: {problem}</source>
            <translation>Geen tijdreeks van de server: {problem}</translation>
        </message>
        <message>
            <source>The server has no such series of this parcel.</source>
            <translation>De server heeft van dit perceel niet zo’n reeks.</translation>
        </message>
        <message>
            <source>Pixels of class {code}</source>
            <translation>Pixels van klasse {code}</translation>
        </message>
        <message>
            <source>Date (UTC)</source>
            <translation>Datum (UTC)</translation>
        </message>
        <message>
            <source>Pixels per class</source>
            <translation>Pixels per klasse</translation>
        </message>
        <message>
            <source>Pixels</source>
            <translation>Pixels</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Gemiddelde</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>Standaardafwijking</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>Minimum</translation>
        </message>
        <message>
            <source>25th percentile</source>
            <translation>25e percentiel</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Mediaan</translation>
        </message>
        <message>
            <source>75th percentile</source>
            <translation>75e percentiel</translation>
        </message>
        <message>
            <source>Maximum</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <source>Time series of {parcel}</source>
            <translation>Tijdreeks van {parcel}</translation>
        </message>
        <message>
            <source>All dates of the server</source>
            <translation>Alle datums van de server</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Als CSV opslaan…</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>Alle kolommen</translation>
        </message>
        <message>
            <source>{count} of the server's {total} dates.</source>
            <translation>{count} van {total} datums van de server.</translation>
        </message>
        <message>
            <source>Tables ({0})</source>
            <translation>Tabellen ({0})</translation>
        </message>
        <message>
            <source>Kind of time series</source>
            <translation>Soort tijdreeks</translation>
        </message>
        <message>
            <source>Sentinel-2 bands (s2)</source>
            <translation>Sentinel-2-banden (s2)</translation>
        </message>
        <message>
            <source>Sentinel-1 backscatter (bs)</source>
            <translation>Sentinel-1-terugverstrooiing (bs)</translation>
        </message>
        <message>
            <source>Sentinel-1 coherence (c6)</source>
            <translation>Sentinel-1-coherentie (c6)</translation>
        </message>
        <message>
            <source>Scene classification (scl)</source>
            <translation>Scèneclassificatie (scl)</translation>
        </message>
        <message>
            <source>Statistic</source>
            <translation>Statistiek</translation>
        </message>
        <message>
            <source>How the change spreads</source>
            <translation>Hoe de verandering verdeeld is</translation>
        </message>
        <message>
            <source>CbM Chips: difference</source>
            <translation>CbM Chips: verschil</translation>
        </message>
        <message>
            <source>CbM Chips: layers of {place}</source>
            <translation>CbM Chips: lagen van {place}</translation>
        </message>
        <message>
            <source>Written, but QGIS can't open: {names}</source>
            <translation>Geschreven, maar QGIS kan ze niet openen: {names}</translation>
        </message>
        <message>
            <source>Mark as the first date</source>
            <translation>Als eerste datum markeren</translation>
        </message>
        <message>
            <source>Mark as the second date</source>
            <translation>Als tweede datum markeren</translation>
        </message>
        <message>
            <source>Compare both dates</source>
            <translation>Beide datums vergelijken</translation>
        </message>
        <message>
            <source>Load the difference as a layer</source>
            <translation>Het verschil als laag laden</translation>
        </message>
        <message>
            <source>Compare two dates</source>
            <translation>Twee datums vergelijken</translation>
        </message>
        <message>
            <source>Writing layers …</source>
            <translation>Lagen worden geschreven …</translation>
        </message>
        <message>
            <source>Layer on top: {shown}.</source>
            <translation>Bovenste laag: {shown}.</translation>
        </message>
        <message>
            <source>Load the difference as a layer (D)</source>
            <translation>Het verschil als laag laden (D)</translation>
        </message>
        <message>
            <source>Whole chips (0)</source>
            <translation>Hele chips (0)</translation>
        </message>
        <message>
            <source>Back to all dates (Esc)</source>
            <translation>Terug naar alle data (Esc)</translation>
        </message>
        <message>
            <source>Comparison, {dates}</source>
            <translation>Vergelijking, {dates}</translation>
        </message>
        <message>
            <source>no data, or clouds</source>
            <translation>geen gegevens, of wolken</translation>
        </message>
        <message>
            <source>change {value}</source>
            <translation>verandering {value}</translation>
        </message>
        <message>
            <source>Index of the difference</source>
            <translation>Index van het verschil</translation>
        </message>
        <message>
            <source>{bands} was not read</source>
            <translation>{bands} is niet gelezen</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <source>Both dates side by side</source>
            <translation>Beide datums naast elkaar</translation>
        </message>
        <message>
            <source>Flicker</source>
            <translation>Wisselen</translation>
        </message>
        <message>
            <source>Both dates in turn, at the same place</source>
            <translation>Beide datums om beurten, op dezelfde plaats</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Verschil</translation>
        </message>
        <message>
            <source>An index of the second date minus that of the first</source>
            <translation>Een index van de tweede datum min die van de eerste</translation>
        </message>
        <message>
            <source>Swipe between both dates on the map</source>
            <translation>Beide datums op de kaart over elkaar vegen</translation>
        </message>
        <message>
            <source>Drag the line, or move it with ← and →; Esc ends the swipe.</source>
            <translation>Sleep de lijn, of verplaats haar met ← en →; Esc beëindigt het vegen.</translation>
        </message>
        <message>
            <source>Mark a first and a second date first: keys Q and W, or the menu of a date.</source>
            <translation>Markeer eerst een eerste en een tweede datum: toetsen Q en W, of het menu van een datum.</translation>
        </message>
        <message>
            <source>First date of the comparison: {date}.</source>
            <translation>Eerste datum van de vergelijking: {date}.</translation>
        </message>
        <message>
            <source>Second date of the comparison: {date}.</source>
            <translation>Tweede datum van de vergelijking: {date}.</translation>
        </message>
        <message>
            <source>{date} can't be compared: {why}.</source>
            <translation>{date} kan niet worden vergeleken: {why}.</translation>
        </message>
        <message>
            <source>No pixel is clear on both dates: there is nothing to compare.</source>
            <translation>Geen pixel is op beide datums helder: er valt niets te vergelijken.</translation>
        </message>
        <message>
            <source>{index}: mean change {mean}.</source>
            <translation>{index}: gemiddelde verandering {mean}.</translation>
        </message>
        <message>
            <source>{down} fell by more than {threshold}, {up} rose by more.</source>
            <translation>{down} daalde meer dan {threshold}, {up} steeg meer.</translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the parcel.</source>
            <translation>
                <numerusform>{known} van {count} pixel van het perceel.</numerusform>
                <numerusform>{known} van {count} pixels van het perceel.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the chip.</source>
            <translation>
                <numerusform>{known} van {count} pixel van de chip.</numerusform>
                <numerusform>{known} van {count} pixels van de chip.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder of the CbM client …</source>
            <translation>Map van de CbM-client openen …</translation>
        </message>
        <message>
            <source>Folder of a parcel, with chip_images</source>
            <translation>Map van een perceel, met chip_images</translation>
        </message>
        <message>
            <source>Looking into the folder …</source>
            <translation>De map wordt gelezen …</translation>
        </message>
        <message>
            <source>CbM Chips: folder of the CbM client</source>
            <translation>CbM Chips: map van de CbM-client</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders</source>
            <translation>Opslaan in de mappen van de CbM-client</translation>
        </message>
        <message>
            <source>Data folder of the client</source>
            <translation>Gegevensmap van de client</translation>
        </message>
        <message>
            <source>Choose a folder first.</source>
            <translation>Kies eerst een map.</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Gegevensmap</translation>
        </message>
        <message>
            <source>The dates on show, band by band, become &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json and chip_images, as the notebooks of the CbM client have them.</source>
            <translation>De getoonde datums worden band voor band &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ met info.json en chip_images, zoals de notebooks van de CbM-client ze hebben.</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders …</source>
            <translation>Opslaan in de mappen van de CbM-client …</translation>
        </message>
        <message>
            <source>There are no dates to save yet.</source>
            <translation>Er zijn nog geen datums om op te slaan.</translation>
        </message>
        <message>
            <source>Writing the folder …</source>
            <translation>De map wordt geschreven …</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are saved: {path}</source>
            <translation>
                <numerusform>{count} datum is opgeslagen: {path}</numerusform>
                <numerusform>{count} datums zijn opgeslagen: {path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates judged anew: {rule}</source>
            <translation>
                <numerusform>{count} datum opnieuw beoordeeld: {rule}</numerusform>
                <numerusform>{count} datums opnieuw beoordeeld: {rule}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Toetsen</translation>
        </message>
        <message>
            <source>Options …</source>
            <translation>Opties …</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Back to the dates</source>
            <translation>Terug naar de datums</translation>
        </message>
        <message>
            <source>{place} was not read from {source} yet.</source>
            <translation>{place} is nog niet van {source} gelezen.</translation>
        </message>
        <message>
            <source>Read it now</source>
            <translation>Nu lezen</translation>
        </message>
        <message>
            <source>{source} has no date here for {days} with at most {share} % cloud in the scene.</source>
            <translation>{source} heeft hier voor {days} geen datum met hoogstens {share} % wolken in de scène.</translation>
        </message>
        <message>
            <source>Show cloudier dates, too</source>
            <translation>Ook meer bewolkte datums tonen</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}.</source>
            <translation>{source} heeft hier voor {days} geen datum.</translation>
        </message>
        <message>
            <source>There is none for {days} either.</source>
            <translation>Ook voor {days} is er geen.</translation>
        </message>
        <message>
            <source>Pick another place</source>
            <translation>Een andere plek kiezen</translation>
        </message>
        <message>
            <source>All days were searched: pick another place, or choose another source above.</source>
            <translation>Alle dagen zijn doorzocht: kies een andere plaats, of hierboven een andere bron.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest are {before} and {after}.</source>
            <translation>{source} heeft hier voor {days} geen datum. De dichtstbijzijnde zijn {before} en {after}.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest is {day}.</source>
            <translation>{source} heeft hier voor {days} geen datum. De dichtstbijzijnde is {day}.</translation>
        </message>
        <message>
            <source>Go to {day}</source>
            <translation>Naar {day} gaan</translation>
        </message>
        <message>
            <source>Look in the last 12 months</source>
            <translation>In de laatste 12 maanden zoeken</translation>
        </message>
        <message>
            <source>Look in the season of {year}</source>
            <translation>In het seizoen {year} zoeken</translation>
        </message>
        <message>
            <source>The built-in sample shows {where}: there is nothing of it where you clicked.</source>
            <translation>Het ingebouwde voorbeeld toont {where}: waar u klikte is daar niets van.</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Daarheen gaan</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Opnieuw lezen</translation>
        </message>
        <message>
            <source>Stopped before the search was back.</source>
            <translation>Gestopt voordat het zoeken klaar was.</translation>
        </message>
        <message numerus="yes">
            <source>Stopped: {done} of {count} dates of the built-in sample are made, and are kept.</source>
            <translation>
                <numerusform>Gestopt: {done} van {count} datum van het ingebouwde voorbeeld is gemaakt en blijft.</numerusform>
                <numerusform>Gestopt: {done} van {count} datums van het ingebouwde voorbeeld zijn gemaakt en blijven.</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Doorgaan</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Nog eens proberen</translation>
        </message>
        <message>
            <source>{source} wants a login, or another one ({problem}). Choose it for this source in the options.</source>
            <translation>{source} vraagt een aanmelding, of een andere ({problem}). Kies die voor deze bron in de opties.</translation>
        </message>
        <message>
            <source>Open the options</source>
            <translation>De opties openen</translation>
        </message>
        <message>
            <source>Nothing came from {source}: {problem}</source>
            <translation>Van {source} kwam niets: {problem}</translation>
        </message>
        <message>
            <source>The form above says what has to be put right first.</source>
            <translation>Het formulier hierboven zegt wat eerst moet worden verbeterd.</translation>
        </message>
        <message>
            <source>This may read about {dates} and up to {megabytes} MB.</source>
            <translation>Dit leest misschien ongeveer {dates} en tot {megabytes} MB.</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Lezen</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>De opdracht kopiëren</translation>
        </message>
        <message>
            <source>Copy these words</source>
            <translation>Deze tekst kopiëren</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Opnieuw kijken</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installeren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Try the built-in sample</source>
            <translation>Het ingebouwde voorbeeld proberen</translation>
        </message>
        <message>
            <source>Pick a parcel</source>
            <translation>Een perceel kiezen</translation>
        </message>
        <message>
            <source>Pick a place</source>
            <translation>Een plek kiezen</translation>
        </message>
        <message>
            <source>Show its parcels on the map.</source>
            <translation>Toon de percelen ervan op de kaart.</translation>
        </message>
        <message>
            <source>Choose area and year, then click a parcel on the map, or give its id.</source>
            <translation>Kies gebied en jaar en klik dan op een perceel op de kaart, of geef de id ervan.</translation>
        </message>
        <message>
            <source>Click a parcel of “{layer}”: its dates appear here.</source>
            <translation>Klik op een perceel van “{layer}”: de datums ervan verschijnen hier.</translation>
        </message>
        <message>
            <source>Add a layer of parcels …</source>
            <translation>Een percelenlaag toevoegen …</translation>
        </message>
        <message>
            <source>The map is empty: add a layer of your parcels, or try the built-in sample.</source>
            <translation>De kaart is leeg: voeg een laag met uw percelen toe, of probeer het ingebouwde voorbeeld.</translation>
        </message>
        <message>
            <source>Click a place on the map, or a parcel of a layer: its dates appear here.</source>
            <translation>Klik op een plaats op de kaart, of op een perceel van een laag: de datums verschijnen hier.</translation>
        </message>
        <message>
            <source>The source is {source}; another one can be chosen above.</source>
            <translation>De bron is {source}; hierboven kan een andere worden gekozen.</translation>
        </message>
        <message>
            <source>The built-in sample has made-up pictures of {where}, for trying things out.</source>
            <translation>Het ingebouwde voorbeeld heeft gemaakte beelden om te proberen: {where}.</translation>
        </message>
        <message>
            <source>Show the sample's parcels</source>
            <translation>De percelen van het voorbeeld tonen</translation>
        </message>
        <message>
            <source>CbM Chips: help</source>
            <translation>CbM Chips: help</translation>
        </message>
        <message>
            <source>Help page</source>
            <translation>Helppagina</translation>
        </message>
        <message>
            <source>CbM Chips: parcels of the sample</source>
            <translation>CbM Chips: percelen van het voorbeeld</translation>
        </message>
        <message>
            <source>Zoom the map to the chip</source>
            <translation>De kaart naar de chip zoomen</translation>
        </message>
        <message>
            <source>Swap the last two dates on the map</source>
            <translation>De laatste twee datums op de kaart verwisselen</translation>
        </message>
        <message>
            <source>CbM Chips: keys</source>
            <translation>CbM Chips: toetsen</translation>
        </message>
        <message>
            <source>Change keys …</source>
            <translation>Toetsen wijzigen …</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Wat zij doet</translation>
        </message>
        <message>
            <source>Keys and what they do</source>
            <translation>Toetsen en wat ze doen</translation>
        </message>
        <message>
            <source>As everywhere</source>
            <translation>Zoals overal</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Zoeken</translation>
        </message>
        <message>
            <source>Search keys</source>
            <translation>Toetsen zoeken</translation>
        </message>
        <message>
            <source>They work while the dates, the plot, or the map with our tool has the focus.</source>
            <translation>Ze gelden zolang de datums, de grafiek of de kaart met ons gereedschap de focus hebben.</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Pijlen</translation>
        </message>
        <message>
            <source>Other date</source>
            <translation>Andere datum</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Spatie</translation>
        </message>
        <message>
            <source>Tick the date</source>
            <translation>De datum aanvinken</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Load the ticked dates as layers</source>
            <translation>De aangevinkte datums als lagen laden</translation>
        </message>
        <message>
            <source>Zoom into all pictures, and out</source>
            <translation>In alle beelden in- en uitzoomen</translation>
        </message>
        <message>
            <source>Whole chip</source>
            <translation>Hele uitsnede</translation>
        </message>
        <message>
            <source>Tick all dates</source>
            <translation>Alle datums aanvinken</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Close what lies over the dates, stop what runs</source>
            <translation>Sluiten wat over de datums ligt; stoppen wat loopt</translation>
        </message>
        <message>
            <source>This page</source>
            <translation>Deze pagina</translation>
        </message>
        <message>
            <source>Queue of questions</source>
            <translation>Wachtrij</translation>
        </message>
        <message>
            <source>Events and markers</source>
            <translation>Gebeurtenissen en markers</translation>
        </message>
        <message>
            <source>Dates and views</source>
            <translation>Datums en weergaven</translation>
        </message>
        <message>
            <source>Animation of the dates</source>
            <translation>Animatie van de datums</translation>
        </message>
        <message>
            <source>Cloudy dates, too</source>
            <translation>Ook bewolkte datums</translation>
        </message>
        <message>
            <source>Draw the parcel</source>
            <translation>Het perceel tekenen</translation>
        </message>
        <message>
            <source>Write the date</source>
            <translation>De datum schrijven</translation>
        </message>
        <message>
            <source>Numbered PNGs, too</source>
            <translation>Ook genummerde PNG’s</translation>
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
            <translation>Tijd per datum</translation>
        </message>
        <message>
            <source>Width, about</source>
            <translation>Breedte, ongeveer</translation>
        </message>
        <message>
            <source>All dates have one stretch, so that what changes is the ground.</source>
            <translation>Alle datums hebben één stretch: wat verandert, is de grond.</translation>
        </message>
        <message>
            <source>Save as animation …</source>
            <translation>Opslaan als animatie …</translation>
        </message>
        <message>
            <source>Writing the animation …</source>
            <translation>De animatie wordt geschreven …</translation>
        </message>
        <message>
            <source>CbM Chips: animation</source>
            <translation>CbM Chips: animatie</translation>
        </message>
        <message>
            <source>Save as animation</source>
            <translation>Opslaan als animatie</translation>
        </message>
        <message>
            <source>Animations ({0})</source>
            <translation>Animaties ({0})</translation>
        </message>
        <message>
            <source>The animation is saved.</source>
            <translation>De animatie is opgeslagen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} frames are in {path}.</source>
            <translation>
                <numerusform>{count} beeld staat in {path}.</numerusform>
                <numerusform>{count} beelden staan in {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} cloudy dates are left out.</source>
            <translation>
                <numerusform>{count} bewolkte datum is weggelaten.</numerusform>
                <numerusform>{count} bewolkte datums zijn weggelaten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates have no picture.</source>
            <translation>
                <numerusform>{count} datum heeft geen beeld.</numerusform>
                <numerusform>{count} datums hebben geen beeld.</numerusform>
            </translation>
        </message>
        <message>
            <source>Load the dates as footprints (one layer with a time each)</source>
            <translation>Datums als omtrekken laden (één laag, elk met zijn tijd)</translation>
        </message>
        <message>
            <source>There are no dates to load yet.</source>
            <translation>Er zijn nog geen datums om te laden.</translation>
        </message>
        <message>
            <source>Footprints need a parcel, or a date that was read.</source>
            <translation>Omtrekken hebben een perceel nodig, of een gelezen datum.</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are a layer now: select one to see its pixels.</source>
            <translation>
                <numerusform>{count} datum is nu een laag: selecteer het om de pixels te zien.</numerusform>
                <numerusform>{count} datums zijn nu een laag: selecteer er een om de pixels te zien.</numerusform>
            </translation>
        </message>
        <message>
            <source>This date is not among those on show.</source>
            <translation>Deze datum is niet bij de getoonde.</translation>
        </message>
        <message>
            <source>Save as HTML sheet …</source>
            <translation>Als HTML-blad opslaan …</translation>
        </message>
        <message>
            <source>Save as HTML sheet</source>
            <translation>Als HTML-blad opslaan</translation>
        </message>
        <message>
            <source>HTML pages ({0})</source>
            <translation>HTML-pagina’s ({0})</translation>
        </message>
        <message>
            <source>Writing the sheet …</source>
            <translation>Het blad wordt geschreven …</translation>
        </message>
        <message>
            <source>CbM Chips: HTML sheet</source>
            <translation>CbM Chips: HTML-blad</translation>
        </message>
        <message>
            <source>The sheet is saved: {path}</source>
            <translation>Het blad is opgeslagen: {path}</translation>
        </message>
        <message>
            <source>The sheet is saved.</source>
            <translation>Het blad is opgeslagen.</translation>
        </message>
        <message>
            <source>Load selected dates as layers</source>
            <translation>Gekozen datums als lagen laden</translation>
        </message>
        <message>
            <source>Load all clear dates as layers</source>
            <translation>Alle heldere datums als lagen laden</translation>
        </message>
        <message>
            <source>Load selected dates with their classes</source>
            <translation>Gekozen datums met hun klassen laden</translation>
        </message>
        <message>
            <source>Play in the temporal controller</source>
            <translation>Afspelen in Tijdbeheer</translation>
        </message>
        <message>
            <source>Load two dates as layers first: then this key swaps them on the map.</source>
            <translation>Laad eerst twee datums als lagen: dan verwisselt deze toets ze op de kaart.</translation>
        </message>
        <message>
            <source>Layer on top: {shown}. Hidden: {hidden}.</source>
            <translation>Bovenste laag: {shown}. Verborgen: {hidden}.</translation>
        </message>
        <message>
            <source>Stopped: nothing is loaded.</source>
            <translation>Gestopt: er is niets geladen.</translation>
        </message>
        <message>
            <source>Load some dates as layers first: there is nothing to play.</source>
            <translation>Laad eerst enkele datums als lagen: er is niets af te spelen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} layers of this place are in the project.</source>
            <translation>
                <numerusform>{count} laag van deze plek zit in het project.</numerusform>
                <numerusform>{count} lagen van deze plek zitten in het project.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these dates has a picture to load.</source>
            <translation>Geen van deze datums heeft een beeld om te laden.</translation>
        </message>
        <message>
            <source>{count} of {all} could not be loaded: bands are missing that were not read.</source>
            <translation>{count} van {all} konden niet worden geladen: er ontbreken banden die niet zijn gelezen.</translation>
        </message>
        <message>
            <source>Remove the layers of this place</source>
            <translation>De lagen van deze plek verwijderen</translation>
        </message>
        <message>
            <source>Remove the layers of all places</source>
            <translation>De lagen van alle plekken verwijderen</translation>
        </message>
        <message>
            <source>Remove the layers of “{place}”</source>
            <translation>De lagen van “{place}” verwijderen</translation>
        </message>
        <message>
            <source>The layers are gone from the project; their files are in {folder}.</source>
            <translation>De lagen zijn uit het project; hun bestanden staan in {folder}.</translation>
        </message>
        <message>
            <source>This place has no layer in the project: choose a group in the layer tree.</source>
            <translation>Deze plek heeft geen laag in het project: kies een groep in de lagenboom.</translation>
        </message>
        <message>
            <source>No date has been loaded as a layer in this project.</source>
            <translation>In dit project is geen datum als laag geladen.</translation>
        </message>
        <message>
            <source>Show the current date on the map</source>
            <translation>De huidige datum op de kaart tonen</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>laag</translation>
        </message>
        <message>
            <source>Outlines and crops of the parcels around</source>
            <translation>Omtrekken en gewassen van de percelen eromheen</translation>
        </message>
        <message>
            <source>No layer on the map has polygons: add one with your parcels.</source>
            <translation>Geen laag op de kaart heeft polygonen: voeg er een met uw percelen toe.</translation>
        </message>
        <message>
            <source>CbM Chips: parcels around {place}</source>
            <translation>CbM Chips: percelen rond {place}</translation>
        </message>
        <message>
            <source>Of the parcels around, only {count} are drawn: there are more.</source>
            <translation>Van de percelen eromheen zijn er maar {count} getekend: er zijn er meer.</translation>
        </message>
        <message>
            <source>Repeat this …</source>
            <translation>Dit herhalen …</translation>
        </message>
        <message>
            <source>There are no dates to repeat yet.</source>
            <translation>Er zijn nog geen datums om te herhalen.</translation>
        </message>
        <message>
            <source>Repeat this</source>
            <translation>Dit herhalen</translation>
        </message>
        <message>
            <source>CbM Chips: repeat</source>
            <translation>CbM Chips: herhalen</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Gekopieerd.</translation>
        </message>
        <message>
            <source>At a shell of Linux or macOS</source>
            <translation>In een shell van Linux of macOS</translation>
        </message>
        <message>
            <source>qgis_process at Windows' prompt, such as the OSGeo4W shell</source>
            <translation>qgis_process in de opdrachtprompt van Windows, zoals de OSGeo4W-shell</translation>
        </message>
        <message>
            <source>With the plugin on Python's path, or in QGIS's console</source>
            <translation>Met de plug-in in het pad van Python, of in de console van QGIS</translation>
        </message>
        <message>
            <source>What the CbM service is asked: its answer lists the files</source>
            <translation>Wat de CbM-dienst wordt gevraagd: zijn antwoord noemt de bestanden</translation>
        </message>
        <message>
            <source>False colour</source>
            <translation>Valse kleuren</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Meer</translation>
        </message>
        <message>
            <source>More composites and indices</source>
            <translation>Meer composieten en indices</translation>
        </message>
        <message>
            <source>Last places</source>
            <translation>Laatste plekken</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Nog geen</translation>
        </message>
        <message>
            <source>CbM Chips: observability</source>
            <translation>CbM Chips: waarneembaarheid</translation>
        </message>
        <message>
            <source>✓ usable</source>
            <translation>✓ bruikbaar</translation>
        </message>
        <message>
            <source>⚠ too small</source>
            <translation>⚠ te klein</translation>
        </message>
        <message numerus="yes">
            <source>{count} full pixels</source>
            <translation>
                <numerusform>{count} volle pixel</numerusform>
                <numerusform>{count} volle pixels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>longest gap {count} days</source>
            <translation>
                <numerusform>langste gat {count} dag</numerusform>
                <numerusform>langste gat {count} dagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Usable: at least 8 pixels of 10 m lie wholly in the parcel, and less than 60 % of them are lost where the outline is shrunk by 5 m.</source>
            <translation>Bruikbaar: minstens 8 pixels van 10 m liggen geheel in het perceel, en minder dan 60 % daarvan gaat verloren als de omtrek 5 m krimpt.</translation>
        </message>
        <message>
            <source>Here {lost} % are lost.</source>
            <translation>Hier gaat {lost} % verloren.</translation>
        </message>
        <message>
            <source>Source: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</source>
            <translation>Bron: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</translation>
        </message>
        <message numerus="yes">
            <source>Seen clear on {count} days.</source>
            <translation>
                <numerusform>Op {count} dag helder gezien.</numerusform>
                <numerusform>Op {count} dagen helder gezien.</numerusform>
            </translation>
        </message>
        <message>
            <source>The first and the last day of the period count as ends of a gap.</source>
            <translation>De eerste en de laatste dag van de periode gelden als eind van een gat.</translation>
        </message>
        <message>
            <source>Series of all parcels of this layer</source>
            <translation>Tijdreeksen van alle percelen van deze laag</translation>
        </message>
        <message>
            <source>Series of the selected parcels</source>
            <translation>Tijdreeksen van de geselecteerde percelen</translation>
        </message>
        <message>
            <source>Stop the series</source>
            <translation>Tijdreeksen stoppen</translation>
        </message>
        <message>
            <source>No parcel is selected: select some in a polygon layer.</source>
            <translation>Geen perceel is geselecteerd: selecteer er enkele in een polygonenlaag.</translation>
        </message>
        <message>
            <source>The series of “{layer}” is being read; QGIS's list of tasks shows how far.</source>
            <translation>De tijdreeksen van “{layer}” worden gelezen; hoe ver, toont de takenlijst van QGIS.</translation>
        </message>
        <message>
            <source>Series of parcels</source>
            <translation>Tijdreeksen van percelen</translation>
        </message>
        <message>
            <source>What is kept from earlier is not read again; what is read until you stop becomes the table.</source>
            <translation>Wat er van eerder is, wordt niet opnieuw gelezen; wat tot het stoppen gelezen is, wordt de tabel.</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Lezen</translation>
        </message>
        <message>
            <source>Series of {layer}</source>
            <translation>Tijdreeksen van {layer}</translation>
        </message>
        <message>
            <source>{level} alone, which has SCL</source>
            <translation>alleen {level}, dat SCL heeft</translation>
        </message>
        <message>
            <source>Nothing was read.</source>
            <translation>Er is niets gelezen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in “{table}”.</source>
            <translation>
                <numerusform>{count} rij staat in “{table}”.</numerusform>
                <numerusform>{count} rijen staan in “{table}”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates and parcels failed; the table says why.</source>
            <translation>
                <numerusform>{count} datum of perceel is mislukt; de tabel zegt waarom.</numerusform>
                <numerusform>{count} datums en percelen zijn mislukt; de tabel zegt waarom.</numerusform>
            </translation>
        </message>
        <message>
            <source>Large view</source>
            <translation>Grote weergave</translation>
        </message>
        <message>
            <source>Next view of the dates</source>
            <translation>Volgende weergave van de datums</translation>
        </message>
        <message>
            <source>How new are the sources here?</source>
            <translation>Hoe nieuw zijn de bronnen hier?</translation>
        </message>
        <message>
            <source>There is no source that could be asked.</source>
            <translation>Er is geen bron die kan worden gevraagd.</translation>
        </message>
        <message>
            <source>Newest date at {place}: {day}</source>
            <translation>Nieuwste datum bij {place}: {day}</translation>
        </message>
        <message>
            <source>Asking {source} for the parcel …</source>
            <translation>{source} wordt naar het perceel gevraagd …</translation>
        </message>
        <message>
            <source>not known ({problem})</source>
            <translation>niet bekend ({problem})</translation>
        </message>
        <message>
            <source>none in {days} days</source>
            <translation>geen in {days} dagen</translation>
        </message>
        <message>
            <source>Newest dates here: {rows}.</source>
            <translation>Nieuwste datums hier: {rows}.</translation>
        </message>
        <message>
            <source>{source} is behind here. Newest dates: {source}: {day}; {other}: {newer}.</source>
            <translation>{source} loopt hier achter. Nieuwste datums: {source}: {day}; {other}: {newer}.</translation>
        </message>
        <message>
            <source>{source} seems to be behind here. Newest date: {day}.</source>
            <translation>{source} lijkt hier achter te lopen. Nieuwste datum: {day}.</translation>
        </message>
        <message>
            <source>{source} did not answer: only what was found there before is shown.</source>
            <translation>{source} gaf geen antwoord: alleen wat daar eerder is gevonden, is te zien.</translation>
        </message>
        <message>
            <source>No picture could be read from {source}.</source>
            <translation>Geen beeld van {source} kon worden gelezen.</translation>
        </message>
        <message>
            <source>Use {source}</source>
            <translation>{source} gebruiken</translation>
        </message>
        <message>
            <source>Asking the sources for their newest dates … (Esc stops it)</source>
            <translation>De bronnen worden naar hun nieuwste datums gevraagd … (Esc stopt dit)</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Voortgang</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Opmerkingen</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>Read the failed dates again</source>
            <translation>De mislukte datums opnieuw lezen</translation>
        </message>
        <message>
            <source>Read the dates that were not read</source>
            <translation>De datums lezen die niet gelezen zijn</translation>
        </message>
        <message>
            <source>Stop reading; what is here stays (Esc)</source>
            <translation>Stoppen met lezen; wat er is, blijft (Esc)</translation>
        </message>
        <message>
            <source>Retry {count}</source>
            <translation>{count} opnieuw proberen</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} dates</source>
            <translation>
                <numerusform>{done} van {count} datum</numerusform>
                <numerusform>{done} van {count} datums</numerusform>
            </translation>
        </message>
        <message>
            <source>{dates} in {seconds} s</source>
            <translation>{dates} in {seconds} s</translation>
        </message>
        <message>
            <source>{count} from cache</source>
            <translation>{count} uit de cache</translation>
        </message>
        <message>
            <source>Stopped: {progress}</source>
            <translation>Gestopt: {progress}</translation>
        </message>
        <message>
            <source>{count} clear</source>
            <translation>{count} helder</translation>
        </message>
        <message>
            <source>{count} doubtful</source>
            <translation>{count} twijfelachtig</translation>
        </message>
        <message>
            <source>{count} partly</source>
            <translation>{count} deels</translation>
        </message>
        <message>
            <source>{count} cloudy</source>
            <translation>{count} bewolkt</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} mislukt</translation>
        </message>
        <message>
            <source>Places, layers, help</source>
            <translation>Plekken, lagen, help</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Chosen class by class in the plugin's options</source>
            <translation>Klasse voor klasse gekozen in de instellingen</translation>
        </message>
        <message>
            <source>Bad SCL classes: {codes}</source>
            <translation>Slechte SCL-klassen: {codes}</translation>
        </message>
        <message>
            <source>Show or hide the fields</source>
            <translation>De velden tonen of verbergen</translation>
        </message>
        <message>
            <source>Usual periods</source>
            <translation>Gebruikelijke perioden</translation>
        </message>
        <message>
            <source>Days as given</source>
            <translation>Dagen zoals opgegeven</translation>
        </message>
        <message>
            <source>Last 3 months</source>
            <translation>Laatste 3 maanden</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>Laatste 12 maanden</translation>
        </message>
        <message>
            <source>Season of {year}</source>
            <translation>Seizoen {year}</translation>
        </message>
        <message>
            <source>Composite</source>
            <translation>Composiet</translation>
        </message>
        <message>
            <source>Three bands of your own</source>
            <translation>Drie eigen banden</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Rood</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Groen</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Blauw</translation>
        </message>
        <message>
            <source>One for all dates</source>
            <translation>Eén voor alle datums</translation>
        </message>
        <message>
            <source>Each date its own</source>
            <translation>Voor elke datum een eigen</translation>
        </message>
        <message>
            <source>Fixed values</source>
            <translation>Vaste waarden</translation>
        </message>
        <message>
            <source>Numbers of the stretch</source>
            <translation>Getallen van de stretch</translation>
        </message>
        <message>
            <source>Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high for red, green and blue.</source>
            <translation>Twee percentielen zoals 5_95, of zes waarden van de reflectie x 10 000: laag_hoog voor rood, groen en blauw.</translation>
        </message>
        <message>
            <source>Edge of the chip in metres</source>
            <translation>Zijde van de chip in meters</translation>
        </message>
        <message>
            <source>{pixels} × {pixels} px</source>
            <translation>{pixels} × {pixels} px</translation>
        </message>
        <message>
            <source>Pixels of 10 m; bands of 20 m have half as many each way.</source>
            <translation>Pixels van 10 m; banden van 20 m hebben er in elke richting half zoveel.</translation>
        </message>
        <message>
            <source>None: show the bands</source>
            <translation>Geen: de banden tonen</translation>
        </message>
        <message>
            <source>Processing level</source>
            <translation>Verwerkingsniveau</translation>
        </message>
        <message>
            <source>Most clouds in the whole scene, per cent</source>
            <translation>Hoogste bewolking van de hele scène, in procenten</translation>
        </message>
        <message>
            <source>Scenes that are cloudier as a whole are not looked at.</source>
            <translation>Scènes die als geheel meer bewolkt zijn, worden niet bekeken.</translation>
        </message>
        <message>
            <source>Read the bands only where the place is clear by its SCL.</source>
            <translation>Lees de banden alleen waar de plek volgens de SCL helder is.</translation>
        </message>
        <message>
            <source>Of several pictures of one day, the clearest.</source>
            <translation>Van meerdere beelden van één dag het helderste.</translation>
        </message>
        <message>
            <source>Reads Sen2Cor's cloud probability as well, one more file per date, where the source has it (Earth Search). A clear date with 40 % or more on a fifth of its pixels is marked as doubtful.</source>
            <translation>Leest ook de wolkenkans van Sen2Cor, één bestand meer per datum, waar de bron die heeft (Earth Search). Een heldere datum met 40 % of meer op een vijfde van de pixels wordt als twijfelachtig gemarkeerd.</translation>
        </message>
        <message>
            <source>About {dates}, up to {megabytes} MB to read.</source>
            <translation>Ongeveer {dates}, tot {megabytes} MB te lezen.</translation>
        </message>
        <message>
            <source>Source of the images</source>
            <translation>Bron van de beelden</translation>
        </message>
        <message>
            <source>Take the last answer back</source>
            <translation>Het laatste antwoord terugnemen</translation>
        </message>
        <message>
            <source>Give the answer again</source>
            <translation>Het antwoord opnieuw geven</translation>
        </message>
        <message>
            <source>Answer the selected parcels …</source>
            <translation>De geselecteerde percelen beantwoorden …</translation>
        </message>
        <message>
            <source>Reason of the next answer</source>
            <translation>Reden van het volgende antwoord</translation>
        </message>
        <message>
            <source>Confidence of the next answer</source>
            <translation>Zekerheid van het volgende antwoord</translation>
        </message>
        <message>
            <source>Comment on the next answer</source>
            <translation>Opmerking bij het volgende antwoord</translation>
        </message>
        <message>
            <source>Open a record of answers …</source>
            <translation>Controleregister van de antwoorden openen …</translation>
        </message>
        <message>
            <source>Write the answer again</source>
            <translation>Het antwoord nog eens schrijven</translation>
        </message>
        <message>
            <source>Discard the answer</source>
            <translation>Het antwoord weggooien</translation>
        </message>
        <message>
            <source>Answer without a key, number {number}</source>
            <translation>Antwoord zonder toets, nummer {number}</translation>
        </message>
        <message>
            <source>Answer: {label}</source>
            <translation>Antwoord: {label}</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Weggooien</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>Geen reden</translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of “{code}”</source>
            <translation>
                <numerusform>{count} open vraag van “{code}”</numerusform>
                <numerusform>{count} open vragen van “{code}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of “{code}”</source>
            <translation>
                <numerusform>{count} vraag van “{code}”</numerusform>
                <numerusform>{count} vragen van “{code}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of all groups</source>
            <translation>
                <numerusform>{count} open vraag van alle groepen</numerusform>
                <numerusform>{count} open vragen van alle groepen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of all groups</source>
            <translation>
                <numerusform>{count} vraag van alle groepen</numerusform>
                <numerusform>{count} vragen van alle groepen</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer the selected parcels</source>
            <translation>De geselecteerde percelen beantwoorden</translation>
        </message>
        <message>
            <source>Each question has a row of its own in the record. Of parcels that are not on show it says that nothing was looked at.</source>
            <translation>Elke vraag heeft in het controleregister een eigen rij. Bij percelen die niet te zien zijn, staat daar dat er niets bekeken is.</translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} questions</source>
            <translation>
                <numerusform>{count} vraag beantwoorden</numerusform>
                <numerusform>{count} vragen beantwoorden</numerusform>
            </translation>
        </message>
        <message>
            <source>Record of answers</source>
            <translation>Controleregister van de antwoorden</translation>
        </message>
        <message>
            <source>GeoPackage</source>
            <translation>GeoPackage</translation>
        </message>
        <message>
            <source>File of the record</source>
            <translation>Bestand van het controleregister</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Bestand</translation>
        </message>
        <message>
            <source>Answers are kept in a file of their own; nothing in it is ever overwritten. A file that is there already is gone on with.</source>
            <translation>Antwoorden staan in een eigen bestand; daarin wordt nooit iets overschreven. Met een bestand dat er al is, wordt verdergegaan.</translation>
        </message>
        <message>
            <source>“{window}” {first} to {last}</source>
            <translation>“{window}” {first} tot {last}</translation>
        </message>
        <message>
            <source>No question</source>
            <translation>Geen vraag</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>second look, blind</source>
            <translation>tweede blik, blind</translation>
        </message>
        <message>
            <source>Evidence of inspected parcels</source>
            <translation>Bewijs bij gecontroleerde percelen</translation>
        </message>
        <message>
            <source>Folder for the evidence</source>
            <translation>Map voor het bewijs</translation>
        </message>
        <message>
            <source>The sheet as a PDF, too</source>
            <translation>Het blad ook als pdf</translation>
        </message>
        <message>
            <source>The pixels as GeoTIFFs, too</source>
            <translation>De pixels ook als GeoTIFF’s</translation>
        </message>
        <message>
            <source>A zip for each parcel instead of a folder</source>
            <translation>Per perceel een zip in plaats van een map</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>Each parcel gets a folder of its own with the sheet, the rows of the record, the pictures and the list of their hashes. An index lists all bundles of the folder; what else is in it stays.</source>
            <translation>Elk perceel krijgt een eigen map met het blad, de rijen van het controleregister, de beelden en de lijst van hun hashes. Een index noemt alle bundels van de map; wat er verder in staat, blijft.</translation>
        </message>
        <message>
            <source>Of this parcel …</source>
            <translation>Bij dit perceel …</translation>
        </message>
        <message>
            <source>Of the selected parcels …</source>
            <translation>Bij de geselecteerde percelen …</translation>
        </message>
        <message>
            <source>Of the whole queue …</source>
            <translation>Bij de hele lijst …</translation>
        </message>
        <message>
            <source>Evidence to hand on</source>
            <translation>Bewijs om door te geven</translation>
        </message>
        <message>
            <source>There is no parcel on show.</source>
            <translation>Er wordt geen perceel getoond.</translation>
        </message>
        <message>
            <source>Evidence of parcel {parcel}.</source>
            <translation>Bewijs bij perceel {parcel}.</translation>
        </message>
        <message>
            <source>No parcel is selected.</source>
            <translation>Er is geen perceel geselecteerd.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} selected parcels.</source>
            <translation>
                <numerusform>Bewijs bij {count} geselecteerd perceel.</numerusform>
                <numerusform>Bewijs bij {count} geselecteerde percelen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Evidence of all parcels that have answers.</source>
            <translation>Bewijs bij alle percelen die antwoorden hebben.</translation>
        </message>
        <message>
            <source>Writing the evidence …</source>
            <translation>Bewijs wordt geschreven …</translation>
        </message>
        <message>
            <source>There is no record of answers yet: open one first.</source>
            <translation>Er is nog geen controleregister van antwoorden: open er eerst een.</translation>
        </message>
        <message>
            <source>Evidence is being written already; cancel that first.</source>
            <translation>Er wordt al bewijs geschreven; breek dat eerst af.</translation>
        </message>
        <message>
            <source>Evidence: {done} of {count} parcels</source>
            <translation>Bewijs: {done} van {count} percelen</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} bundles are in the folder.</source>
            <translation>
                <numerusform>Afgebroken: {count} bundel staat in de map.</numerusform>
                <numerusform>Afgebroken: {count} bundels staan in de map.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these parcels has an answer in the record.</source>
            <translation>Geen van deze percelen heeft een antwoord in het controleregister.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} parcels is written.</source>
            <translation>
                <numerusform>Bewijs bij {count} perceel is geschreven.</numerusform>
                <numerusform>Bewijs bij {count} percelen is geschreven.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures are proved.</source>
            <translation>
                <numerusform>{count} beeld is bewezen.</numerusform>
                <numerusform>{count} beelden zijn bewezen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} are not; the sheets say why.</source>
            <translation>
                <numerusform>{count} is dat niet; de bladen zeggen waarom.</numerusform>
                <numerusform>{count} zijn dat niet; de bladen zeggen waarom.</numerusform>
            </translation>
        </message>
        <message>
            <source>{answer}: why?</source>
            <translation>{answer}: waarom?</translation>
        </message>
        <message>
            <source>No parcel of the queue is selected in its layer.</source>
            <translation>Geen perceel van de lijst is in zijn laag geselecteerd.</translation>
        </message>
        <message>
            <source>Buttons of answers</source>
            <translation>Antwoordknoppen</translation>
        </message>
        <message>
            <source>New answer</source>
            <translation>Nieuw antwoord</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>Inspectie</translation>
        </message>
        <message>
            <source>Go on after an answer</source>
            <translation>Na een antwoord verdergaan</translation>
        </message>
        <message>
            <source>An answer goes on to the next question that is open</source>
            <translation>Na een antwoord komt de volgende open vraag</translation>
        </message>
        <message>
            <source>The file with the scheme was still being read.</source>
            <translation>Het bestand met het schema werd nog gelezen.</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>Bestand wordt gelezen …</translation>
        </message>
        <message>
            <source>Read a scheme</source>
            <translation>Schema inlezen</translation>
        </message>
        <message>
            <source>Write the scheme</source>
            <translation>Schema schrijven</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campagne</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Toevoegen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Legal windows …</source>
            <translation>Wettelijke vensters …</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Standaardwaarden herstellen</translation>
        </message>
        <message>
            <source>Reason codes, one a line</source>
            <translation>Redenen, één per regel</translation>
        </message>
        <message>
            <source>Questions by group</source>
            <translation>Vragen per groep</translation>
        </message>
        <message>
            <source>Read a scheme …</source>
            <translation>Schema inlezen …</translation>
        </message>
        <message>
            <source>Write the scheme …</source>
            <translation>Schema schrijven …</translation>
        </message>
        <message>
            <source>Read from {file}.</source>
            <translation>Uit {file} gelezen.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groep</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>Open a queue of parcels …</source>
            <translation>Een wachtrij van percelen openen …</translation>
        </message>
        <message>
            <source>Go on with the inspection of the record</source>
            <translation>Doorgaan met de inspectie die in het controleregister staat</translation>
        </message>
        <message>
            <source>More of the queue</source>
            <translation>Meer over de wachtrij</translation>
        </message>
        <message>
            <source>Previous of the queue</source>
            <translation>Vorige van de wachtrij</translation>
        </message>
        <message>
            <source>Next of the queue</source>
            <translation>Volgende van de wachtrij</translation>
        </message>
        <message>
            <source>Next undecided of the queue</source>
            <translation>Volgende onbesliste van de wachtrij</translation>
        </message>
        <message>
            <source>Go to an id in the queue</source>
            <translation>Naar een id in de wachtrij gaan</translation>
        </message>
        <message>
            <source>What does not join …</source>
            <translation>Wat niet koppelt …</translation>
        </message>
        <message>
            <source>Second look …</source>
            <translation>Tweede blik …</translation>
        </message>
        <message>
            <source>Agreement of both looks …</source>
            <translation>Overeenstemming van beide blikken …</translation>
        </message>
        <message>
            <source>One stretch for all these parcels, so that they compare</source>
            <translation>Eén stretch voor al deze percelen, zodat ze te vergelijken zijn</translation>
        </message>
        <message>
            <source>Close the queue; its record stays</source>
            <translation>Wachtrij sluiten; het register blijft</translation>
        </message>
        <message>
            <source>Place in the queue</source>
            <translation>Plaats in de wachtrij</translation>
        </message>
        <message>
            <source>Second look</source>
            <translation>Tweede blik</translation>
        </message>
        <message>
            <source>Go to id</source>
            <translation>Naar id</translation>
        </message>
        <message>
            <source>Id of the parcel to go to</source>
            <translation>Id van het perceel om naartoe te gaan</translation>
        </message>
        <message>
            <source>Id of a parcel of the queue, then Enter</source>
            <translation>Id van een perceel van de wachtrij, dan Enter</translation>
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
            <translation>In de steekproef</translation>
        </message>
        <message>
            <source>Parcels of the group</source>
            <translation>Percelen van de groep</translation>
        </message>
        <message>
            <source>To inspect</source>
            <translation>Te controleren</translation>
        </message>
        <message>
            <source>With the number of parcels of the whole group: 5 % of fewer than 6,000, else 300. What stands behind them in the sample is the reserve.</source>
            <translation>Met het aantal percelen van de hele groep: 5 % van minder dan 6.000, anders 300. Wat er in de steekproef achter staat, is de reserve.</translation>
        </message>
        <message>
            <source>A number; empty inspects all, without a reserve.</source>
            <translation>Een getal; leeg controleert alles, zonder reserve.</translation>
        </message>
        <message>
            <source>at least one bucket</source>
            <translation>ten minste één bucket</translation>
        </message>
        <message>
            <source>a whole number, or nothing for all</source>
            <translation>een geheel getal, of niets voor alle</translation>
        </message>
        <message>
            <source>Nothing is answered yet that could come up again.</source>
            <translation>Er is nog niets beantwoord dat opnieuw kan komen.</translation>
        </message>
        <message>
            <source>Go on with the inspection: {place}, {decided} decided.</source>
            <translation>Ga verder met de controle: {place}, {decided} beslist.</translation>
        </message>
        <message>
            <source>Back to the first look</source>
            <translation>Terug naar de eerste blik</translation>
        </message>
        <message>
            <source>Open a queue of parcels to inspect</source>
            <translation>Een wachtrij van percelen om te controleren openen</translation>
        </message>
        <message>
            <source>Open the queue</source>
            <translation>Wachtrij openen</translation>
        </message>
        <message>
            <source>Choose a file for the answers.</source>
            <translation>Kies een bestand voor de antwoorden.</translation>
        </message>
        <message>
            <source>Choose the sample's file, or any table with ids of parcels.</source>
            <translation>Kies het bestand van de steekproef, of een tabel met ids van percelen.</translation>
        </message>
        <message>
            <source>Choose the layer with the parcels, and the field with their ids.</source>
            <translation>Kies de laag met de percelen en het veld met hun ids.</translation>
        </message>
        <message>
            <source>Looking for the parcels …</source>
            <translation>De percelen worden gezocht …</translation>
        </message>
        <message numerus="yes">
            <source>Take {count} ids that differ from the layer's in leading zeros only</source>
            <translation>
                <numerusform>{count} id nemen die alleen in voorloopnullen van die van de laag verschilt</numerusform>
                <numerusform>{count} ids nemen die alleen in voorloopnullen van die van de laag verschillen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions</source>
            <translation>
                <numerusform>{count} vraag</numerusform>
                <numerusform>{count} vragen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels</source>
            <translation>
                <numerusform>over {count} perceel</numerusform>
                <numerusform>over {count} percelen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in {count} buckets</source>
            <translation>
                <numerusform>in {count} bucket</numerusform>
                <numerusform>in {count} buckets</numerusform>
            </translation>
        </message>
        <message>
            <source>Layer of parcels</source>
            <translation>Laag met percelen</translation>
        </message>
        <message>
            <source>Field with their ids</source>
            <translation>Veld met hun ids</translation>
        </message>
        <message>
            <source>Column with the ids</source>
            <translation>Kolom met de ids</translation>
        </message>
        <message>
            <source>Column with the buckets</source>
            <translation>Kolom met de buckets</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Vragen</translation>
        </message>
        <message>
            <source>Answers go to</source>
            <translation>Antwoorden gaan naar</translation>
        </message>
        <message>
            <source>Buckets: enter the number of parcels of a whole group to inspect as many as the rule wants, or a number of your own. The rest of the sample is the reserve.</source>
            <translation>Buckets: vul het aantal percelen van een hele groep in om er zoveel te controleren als de regel wil, of een eigen getal. De rest van de steekproef is de reserve.</translation>
        </message>
        <message>
            <source>Ids</source>
            <translation>Ids</translation>
        </message>
        <message>
            <source>Record of the answers</source>
            <translation>Register van de antwoorden</translation>
        </message>
        <message>
            <source>Records ({0})</source>
            <translation>Controleregisters ({0})</translation>
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation>Kiezen: {name}</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Niet nu</translation>
        </message>
        <message>
            <source>What does not join</source>
            <translation>Wat niet koppelt</translation>
        </message>
        <message>
            <source>CbM Chips: queue</source>
            <translation>CbM Chips: wachtrij</translation>
        </message>
        <message>
            <source>Save as CSV …</source>
            <translation>Opslaan als CSV …</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are not in the queue.</source>
            <translation>
                <numerusform>{count} rij staat niet in de wachtrij.</numerusform>
                <numerusform>{count} rijen staan niet in de wachtrij.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in it with a note.</source>
            <translation>
                <numerusform>{count} rij staat er met een opmerking in.</numerusform>
                <numerusform>{count} rijen staan er met een opmerking in.</numerusform>
            </translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Rij</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Waarom</translation>
        </message>
        <message>
            <source>a parcel that is still in its layer</source>
            <translation>een perceel dat nog in zijn laag staat</translation>
        </message>
        <message>
            <source>A file: JRC's QUASSA sample, or any table</source>
            <translation>Een bestand: QUASSA-steekproef van het JRC, of een tabel</translation>
        </message>
        <message>
            <source>All parcels of the layer</source>
            <translation>Alle percelen van de laag</translation>
        </message>
        <message>
            <source>The selected parcels of the layer</source>
            <translation>De geselecteerde percelen van de laag</translation>
        </message>
        <message>
            <source>Table “{name}”</source>
            <translation>Tabel “{name}”</translation>
        </message>
        <message>
            <source>File of the sample</source>
            <translation>Bestand van de steekproef</translation>
        </message>
        <message>
            <source>All files ({0})</source>
            <translation>Alle bestanden ({0})</translation>
        </message>
        <message>
            <source>The parcels of this queue are in the layer “{layer}” with the field “{field}”: add it to the project, then open the record again.</source>
            <translation>De percelen van deze wachtrij staan in de laag “{layer}” met het veld “{field}”: voeg die aan het project toe en open het register opnieuw.</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels of the queue are not in the layer any more.</source>
            <translation>
                <numerusform>{count} perceel van de wachtrij staat niet meer in de laag.</numerusform>
                <numerusform>{count} percelen van de wachtrij staan niet meer in de laag.</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue is empty.</source>
            <translation>De wachtrij is leeg.</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} van {count}</translation>
        </message>
        <message>
            <source>bucket {bucket}: {number} of {count}</source>
            <translation>bucket {bucket}: {number} van {count}</translation>
        </message>
        <message>
            <source>{decided} decided</source>
            <translation>{decided} beslist</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>vervangen</translation>
        </message>
        <message>
            <source>this one, too</source>
            <translation>deze ook</translation>
        </message>
        <message>
            <source>Covered by VHR</source>
            <translation>Door VHR gedekt</translation>
        </message>
        <message>
            <source>Colour the parcels by their answers</source>
            <translation>Percelen naar hun antwoorden kleuren</translation>
        </message>
        <message>
            <source>Open a record first, and a layer of parcels, which is what is coloured.</source>
            <translation>Open eerst een controleregister, en een laag met percelen, die wordt gekleurd.</translation>
        </message>
        <message>
            <source>Export the answers …</source>
            <translation>Antwoorden exporteren …</translation>
        </message>
        <message>
            <source>Save a copy of the record …</source>
            <translation>Een kopie van het controleregister opslaan …</translation>
        </message>
        <message>
            <source>The answers can be exported when the second look is over.</source>
            <translation>De antwoorden kunnen worden geëxporteerd als de tweede beoordeling voorbij is.</translation>
        </message>
        <message>
            <source>Spreadsheets ({0})</source>
            <translation>Werkbladen ({0})</translation>
        </message>
        <message>
            <source>Export the answers</source>
            <translation>Antwoorden exporteren</translation>
        </message>
        <message>
            <source>Save a copy of the record</source>
            <translation>Een kopie van het controleregister opslaan</translation>
        </message>
        <message>
            <source>Saved in {folder}: {files}</source>
            <translation>Opgeslagen in {folder}: {files}</translation>
        </message>
        <message>
            <source>CbM Chips: answers</source>
            <translation>CbM Chips: antwoorden</translation>
        </message>
        <message>
            <source>No record of answers is open.</source>
            <translation>Er is geen controleregister open.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions were chosen before: they go on.</source>
            <translation>
                <numerusform>{count} vraag is al gekozen: daarmee gaat het verder.</numerusform>
                <numerusform>{count} vragen zijn al gekozen: daarmee gaat het verder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions come up again.</source>
            <translation>
                <numerusform>{count} vraag komt opnieuw.</numerusform>
                <numerusform>{count} vragen komen opnieuw.</numerusform>
            </translation>
        </message>
        <message>
            <source>Share of the answered questions</source>
            <translation>Aandeel van de beantwoorde vragen</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Startwaarde</translation>
        </message>
        <message>
            <source>These questions are answered again without what was said of them. The same seed chooses the same ones; they are kept in the record.</source>
            <translation>Deze vragen worden opnieuw beantwoord zonder dat te zien is wat er eerder is gezegd. Dezelfde startwaarde kiest dezelfde; ze staan in het register.</translation>
        </message>
        <message>
            <source>Agreement of both looks</source>
            <translation>Overeenstemming van beide blikken</translation>
        </message>
        <message>
            <source>CbM Chips: agreement</source>
            <translation>CbM Chips: overeenstemming</translation>
        </message>
        <message>
            <source>Questions with different answers</source>
            <translation>Vragen met verschillende antwoorden</translation>
        </message>
        <message>
            <source>No question has two answers yet.</source>
            <translation>Nog geen vraag heeft twee antwoorden.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions with different answers:</source>
            <translation>
                <numerusform>{count} vraag met verschillende antwoorden:</numerusform>
                <numerusform>{count} vragen met verschillende antwoorden:</numerusform>
            </translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same answer twice; Cohen's kappa: {kappa}.</source>
            <translation>{agreed} van {both} vragen hebben twee keer hetzelfde antwoord; Cohens kappa: {kappa}.</translation>
        </message>
        <message>
            <source>not defined</source>
            <translation>niet gedefinieerd</translation>
        </message>
        <message>
            <source>Twice answered</source>
            <translation>Twee keer beantwoord</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>Gelijk</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Overeenstemming</translation>
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
            <translation>Eerste blik</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Door</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>bevestigd</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>niet bevestigd</translation>
        </message>
        <message>
            <source>inconclusive</source>
            <translation>niet te beslissen</translation>
        </message>
        <message>
            <source>cannot be inspected</source>
            <translation>niet te controleren</translation>
        </message>
        <message>
            <source>Event: last date before it</source>
            <translation>Gebeurtenis: laatste datum ervoor</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Ervoor</translation>
        </message>
        <message>
            <source>Event: first date after it</source>
            <translation>Gebeurtenis: eerste datum erna</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Erna</translation>
        </message>
        <message>
            <source>Take the last mark of an event back</source>
            <translation>De laatste markering van een gebeurtenis terugnemen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>Copy the events as text</source>
            <translation>De gebeurtenissen als tekst kopiëren</translation>
        </message>
        <message>
            <source>Confirm the machine's marker</source>
            <translation>De marker van de machine bevestigen</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Bevestigen</translation>
        </message>
        <message>
            <source>Refute the machine's marker</source>
            <translation>De marker van de machine weerleggen</translation>
        </message>
        <message>
            <source>Refute</source>
            <translation>Weerleggen</translation>
        </message>
        <message>
            <source>I have answered: show the machine's answer</source>
            <translation>Ik heb geantwoord: het antwoord van de machine tonen</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Tonen</translation>
        </message>
        <message>
            <source>The events are in the clipboard.</source>
            <translation>De gebeurtenissen staan op het klembord.</translation>
        </message>
        <message>
            <source>Agreement of machine and person</source>
            <translation>Overeenstemming van machine en mens</translation>
        </message>
        <message>
            <source>Save the table …</source>
            <translation>De tabel opslaan …</translation>
        </message>
        <message>
            <source>Save all answers …</source>
            <translation>Alle antwoorden opslaan …</translation>
        </message>
        <message>
            <source>Refuted</source>
            <translation>Weerlegd</translation>
        </message>
        <message>
            <source>Not looked at</source>
            <translation>Niet bekeken</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Bekeken</translation>
        </message>
        <message>
            <source>Blind</source>
            <translation>Blind</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join:</source>
            <translation>
                <numerusform>{count} rij hoort nergens bij:</numerusform>
                <numerusform>{count} rijen horen nergens bij:</numerusform>
            </translation>
        </message>
        <message>
            <source>Events and markers of this parcel</source>
            <translation>Gebeurtenissen en markers van dit perceel</translation>
        </message>
        <message>
            <source>Neighbours of the same crop</source>
            <translation>Buren met hetzelfde gewas</translation>
        </message>
        <message>
            <source>Field with the crop</source>
            <translation>Veld met het gewas</translation>
        </message>
        <message>
            <source>No layer with parcels</source>
            <translation>Geen laag met percelen</translation>
        </message>
        <message>
            <source>The neighbours of the same crop are being read …</source>
            <translation>De buren met hetzelfde gewas worden gelezen …</translation>
        </message>
        <message>
            <source>A point has no neighbours: pick a parcel.</source>
            <translation>Een punt heeft geen buren: kies een perceel.</translation>
        </message>
        <message>
            <source>CbM Chips: neighbours of {place}</source>
            <translation>CbM Chips: buren van {place}</translation>
        </message>
        <message>
            <source>Neighbours are read of L2A products, which have a scene classification.</source>
            <translation>Buren worden gelezen uit L2A-producten, die een scèneclassificatie hebben.</translation>
        </message>
        <message>
            <source>No layer on the map says what grows: choose the field with the crop.</source>
            <translation>Geen laag op de kaart zegt wat er groeit: kies het veld met het gewas.</translation>
        </message>
        <message>
            <source>Neighbours, same crop</source>
            <translation>Buren, hetzelfde gewas</translation>
        </message>
        <message>
            <source>The server names no parcel of the same crop within 1 km.</source>
            <translation>De server noemt binnen 1 km geen perceel met hetzelfde gewas.</translation>
        </message>
        <message>
            <source>The layer does not say what grows on this parcel.</source>
            <translation>De laag zegt niet wat er op dit perceel groeit.</translation>
        </message>
        <message>
            <source>No neighbour within 1 km grows “{crop}”.</source>
            <translation>Geen buur binnen 1 km teelt “{crop}”.</translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same crop up to {far} m away, by the server, over all their pixels: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} buur met hetzelfde gewas tot {far} m ver, volgens de server, over alle pixels: band van de middelste helft (p25 tot p75).</numerusform>
                <numerusform>{count} buren met hetzelfde gewas tot {far} m ver, volgens de server, over al hun pixels: band van hun middelste helft (p25 tot p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same group as “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} buur met een gewas uit de groep van “{crop}” tot {far} m ver: band van de middelste helft (p25 tot p75).</numerusform>
                <numerusform>{count} buren met gewassen uit de groep van “{crop}” tot {far} m ver: band van hun middelste helft (p25 tot p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} buur met “{crop}” tot {far} m ver: band van de middelste helft (p25 tot p75).</numerusform>
                <numerusform>{count} buren met “{crop}” tot {far} m ver: band van hun middelste helft (p25 tot p75).</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} on {day}: rank {rank} of {count}, 1 is the highest.</source>
            <translation>{name} op {day}: rang {rank} van {count}, 1 is de hoogste.</translation>
        </message>
        <message>
            <source>Check the machine: open its markers …</source>
            <translation>De machine controleren: haar markers openen …</translation>
        </message>
        <message>
            <source>Markers ({0})</source>
            <translation>Markers ({0})</translation>
        </message>
        <message>
            <source>Markers of Sen4CAP or JRC</source>
            <translation>Markers van Sen4CAP of JRC</translation>
        </message>
        <message>
            <source>CbM Chips: markers of {file}</source>
            <translation>CbM Chips: markers uit {file}</translation>
        </message>
        <message numerus="yes">
            <source>{count} markers of {parcels} parcels are read.</source>
            <translation>
                <numerusform>{count} marker van {parcels} percelen is gelezen.</numerusform>
                <numerusform>{count} markers van {parcels} percelen zijn gelezen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join; the table of agreement lists them.</source>
            <translation>
                <numerusform>{count} rij hoort nergens bij; de tabel van overeenstemming noemt die.</numerusform>
                <numerusform>{count} rijen horen nergens bij; de tabel van overeenstemming noemt ze.</numerusform>
            </translation>
        </message>
        <message>
            <source>Event {number}</source>
            <translation>Gebeurtenis {number}</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Gat</translation>
        </message>
        <message>
            <source>Event {number}: after this</source>
            <translation>Gebeurtenis {number}: hierna</translation>
        </message>
        <message>
            <source>Event {number}: by this</source>
            <translation>Gebeurtenis {number}: tot hier</translation>
        </message>
        <message>
            <source>What the machine says is hidden until I have answered</source>
            <translation>Wat de machine zegt is verborgen tot ik heb geantwoord</translation>
        </message>
        <message>
            <source>No event is marked; clear dates cover “{window}”.</source>
            <translation>Er is geen gebeurtenis gemarkeerd; heldere datums dekken “{window}”.</translation>
        </message>
        <message>
            <source>No event is marked; in “{window}” there is {gap}.</source>
            <translation>Er is geen gebeurtenis gemarkeerd; in “{window}” ligt {gap}.</translation>
        </message>
        <message>
            <source>The machine's answer is hidden until you have answered.</source>
            <translation>Het antwoord van de machine is verborgen tot u hebt geantwoord.</translation>
        </message>
        <message>
            <source>The machine has found nothing on this parcel.</source>
            <translation>De machine heeft op dit perceel niets gevonden.</translation>
        </message>
        <message>
            <source>The file of markers does not speak of this parcel.</source>
            <translation>Het bestand met markers noemt dit perceel niet.</translation>
        </message>
        <message>
            <source>No window</source>
            <translation>Geen venster</translation>
        </message>
        <message>
            <source>{done} of {count}</source>
            <translation>{done} van {count}</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} markers answered</source>
            <translation>
                <numerusform>{done} van {count} marker beantwoord</numerusform>
                <numerusform>{done} van {count} markers beantwoord</numerusform>
            </translation>
        </message>
        <message>
            <source>Table …</source>
            <translation>Tabel …</translation>
        </message>
        <message>
            <source>Table of agreement, and the rows that do not join</source>
            <translation>Tabel van overeenstemming, en de rijen die nergens bij horen</translation>
        </message>
        <message>
            <source>Legal window of the question</source>
            <translation>Wettelijk venster van de vraag</translation>
        </message>
        <message>
            <source>Legal window of the question: it is shaded in the plot</source>
            <translation>Wettelijk venster van de vraag: in de grafiek gearceerd</translation>
        </message>
        <message>
            <source>Legal windows</source>
            <translation>Wettelijke vensters</translation>
        </message>
        <message>
            <source>every name once</source>
            <translation>elke naam één keer</translation>
        </message>
        <message>
            <source>A day is written 2022-03-15, or 03-15 for every year. Both days belong to the window; one that ends earlier in the year than it begins ends in the next.</source>
            <translation>Een dag wordt geschreven als 2022-03-15, of 03-15 voor elk jaar. Beide dagen horen bij het venster; een venster dat eerder in het jaar eindigt dan het begint, eindigt in het volgende.</translation>
        </message>
        <message>
            <source>mowing</source>
            <translation>maaien</translation>
        </message>
        <message>
            <source>harvest</source>
            <translation>oogst</translation>
        </message>
        <message>
            <source>refuted</source>
            <translation>weerlegd</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>tot {day}</translation>
        </message>
        <message>
            <source>after {day}</source>
            <translation>na {day}</translation>
        </message>
        <message>
            <source>marked on a date that is only partly clear</source>
            <translation>gemarkeerd op een datum die maar deels helder is</translation>
        </message>
        <message>
            <source>Machine: {what}</source>
            <translation>Machine: {what}</translation>
        </message>
        <message>
            <source>{verdict}, blind</source>
            <translation>{verdict}, blind</translation>
        </message>
        <message>
            <source>Looking for the parcel in “{layer}” …</source>
            <translation>Het perceel wordt gezocht in ‘{layer}’ …</translation>
        </message>
        <message>
            <source>CbM Chips: parcel</source>
            <translation>CbM Chips: perceel</translation>
        </message>
        <message>
            <source>Selected parcels</source>
            <translation>Geselecteerde percelen</translation>
        </message>
        <message>
            <source>Forget the selected parcels; this one stays</source>
            <translation>De geselecteerde percelen vergeten; het getoonde blijft</translation>
        </message>
        <message>
            <source>Parcel {number} of {count}, {done} read</source>
            <translation>Perceel {number} van {count}, {done} gelezen</translation>
        </message>
        <message>
            <source>Stretch of {place} for all</source>
            <translation>Stretch van {place} voor alle</translation>
        </message>
        <message>
            <source>One stretch for all: that of the first parcel with clear dates</source>
            <translation>Eén stretch voor alle: die van het eerste perceel met heldere datums</translation>
        </message>
        <message>
            <source>There is no further parcel in this direction.</source>
            <translation>In deze richting is er geen perceel meer.</translation>
        </message>
        <message>
            <source>The other parcels are not read ahead: {problem}</source>
            <translation>De andere percelen worden niet vooruit gelezen: {problem}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more parcels can't be used.</source>
            <translation>
                <numerusform>Nog {count} perceel is niet bruikbaar.</numerusform>
                <numerusform>Nog {count} percelen zijn niet bruikbaar.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{layer}” has no further parcel in this direction.</source>
            <translation>‘{layer}’ heeft in deze richting geen perceel meer.</translation>
        </message>
        <message>
            <source>“{layer}” has no parcel where {place} lies: this is one of its ends.</source>
            <translation>‘{layer}’ heeft geen perceel waar {place} ligt: dit is een van zijn uiteinden.</translation>
        </message>
        <message>
            <source>The layer of these parcels is no longer in the project.</source>
            <translation>De laag van deze percelen is niet meer in het project.</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {value}; allowed: {allowed}</source>
            <translation>Perceel {label} is niet bruikbaar: {value}; toegestaan: {allowed}</translation>
        </message>
        <message>
            <source>{action}; Esc gives the former tool back</source>
            <translation>{action}; Esc geeft het vorige gereedschap terug</translation>
        </message>
        <message>
            <source>There is no place on earth where you clicked.</source>
            <translation>Waar u klikte, is geen plek op aarde.</translation>
        </message>
        <message>
            <source>There is no parcel where you clicked.</source>
            <translation>Waar u klikte, ligt geen perceel.</translation>
        </message>
        <message>
            <source>“{layer}” has no coordinate system: set the layer's CRS first.</source>
            <translation>‘{layer}’ heeft geen coördinatensysteem: stel eerst het CRS van de laag in.</translation>
        </message>
        <message>
            <source>The project has no coordinate system (CRS): choose one in its properties.</source>
            <translation>Het project heeft geen coördinatensysteem (CRS): kies er een in zijn eigenschappen.</translation>
        </message>
        <message>
            <source>Pick a place on the map</source>
            <translation>Een plek op de kaart kiezen</translation>
        </message>
        <message>
            <source>Pick a parcel on the map</source>
            <translation>Een perceel op de kaart kiezen</translation>
        </message>
        <message>
            <source>Previous parcel</source>
            <translation>Vorig perceel</translation>
        </message>
        <message>
            <source>Next parcel</source>
            <translation>Volgend perceel</translation>
        </message>
        <message>
            <source>All selected parcels</source>
            <translation>Alle geselecteerde percelen</translation>
        </message>
        <message>
            <source>Cache</source>
            <translation>Cache</translation>
        </message>
        <message>
            <source>Folder of the cache</source>
            <translation>Map van de cache</translation>
        </message>
        <message>
            <source>Clear the cache…</source>
            <translation>Cache leegmaken…</translation>
        </message>
        <message>
            <source>Pictures are then read again from their source when needed.</source>
            <translation>Beelden worden dan zo nodig opnieuw van hun bron gelezen.</translation>
        </message>
        <message>
            <source>Size of the cache</source>
            <translation>Grootte van de cache</translation>
        </message>
        <message>
            <source>Remove all of this? Your own files are not touched. Pictures are read again from their source when needed, and the built-in sample is made again.</source>
            <translation>Dit alles verwijderen? Uw eigen bestanden blijven onaangeroerd. Beelden worden zo nodig opnieuw van hun bron gelezen, en het ingebouwde voorbeeld wordt opnieuw gemaakt.</translation>
        </message>
        <message>
            <source>Clearing the cache</source>
            <translation>Cache wordt leeggemaakt</translation>
        </message>
        <message>
            <source>Looking into the cache…</source>
            <translation>De cache wordt bekeken…</translation>
        </message>
        <message>
            <source>the package diskcache is missing</source>
            <translation>het pakket diskcache ontbreekt</translation>
        </message>
        <message>
            <source>No cache: {reason}</source>
            <translation>Geen cache: {reason}</translation>
        </message>
        <message>
            <source>The environment variable CBM_CHIPS_CACHE sets the folder: {folder}</source>
            <translation>De omgevingsvariabele CBM_CHIPS_CACHE bepaalt de map: {folder}</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Ten hoogste</translation>
        </message>
        <message>
            <source> MB</source>
            <translation> MB</translation>
        </message>
        <message>
            <source>Most megabytes the cache may take</source>
            <translation>Zoveel megabyte mag de cache ten hoogste innemen</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries</source>
            <translation>
                <numerusform>{count} item</numerusform>
                <numerusform>{count} items</numerusform>
            </translation>
        </message>
        <message>
            <source>In use: {entries}, {size} MB of {limit} MB</source>
            <translation>In gebruik: {entries}, {size} MB van {limit} MB</translation>
        </message>
        <message>
            <source>Windows and answers of searches: {count}, {size} MB</source>
            <translation>Uitsneden en antwoorden op zoekopdrachten: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Parts of the files' compressed blocks: {count}, {size} MB</source>
            <translation>Delen van de gecomprimeerde blokken van bestanden: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Built-in sample, beside this limit: {size} MB</source>
            <translation>Ingebouwd voorbeeld, naast deze grens: {size} MB</translation>
        </message>
        <message>
            <source>Pixels without data never count as clear.</source>
            <translation>Pixels zonder gegevens gelden nooit als helder.</translation>
        </message>
        <message>
            <source>Cloud rules</source>
            <translation>Wolkenregels</translation>
        </message>
        <message>
            <source>Python packages</source>
            <translation>Python-pakketten</translation>
        </message>
        <message>
            <source>Install or repair</source>
            <translation>Installeren of herstellen</translation>
        </message>
        <message>
            <source>From a folder of wheels…</source>
            <translation>Uit een map met wheels…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Verwijderen…</translation>
        </message>
        <message>
            <source>Looking for Python packages…</source>
            <translation>Python-pakketten worden gezocht…</translation>
        </message>
        <message>
            <source>All packages are there.</source>
            <translation>Alle pakketten zijn er.</translation>
        </message>
        <message>
            <source>Folder with wheels, in place of the network</source>
            <translation>Map met wheels in plaats van het netwerk</translation>
        </message>
        <message>
            <source>Remove the packages that the plugin has installed into this profile?</source>
            <translation>De pakketten verwijderen die de plug-in in dit profiel heeft geïnstalleerd?</translation>
        </message>
        <message>
            <source>Package index</source>
            <translation>Pakketindex</translation>
        </message>
        <message>
            <source>Address of the index that missing packages are fetched from</source>
            <translation>Adres van de index waaruit ontbrekende pakketten worden gehaald</translation>
        </message>
        <message>
            <source>rasterio reads what the fast reader can't, as QGIS's own GDAL is missing.</source>
            <translation>Wat de snelle lezer niet kan, leest rasterio, omdat de GDAL van QGIS ontbreekt.</translation>
        </message>
        <message>
            <source>QGIS's own GDAL reads what the fast reader can't; rasterio is not needed.</source>
            <translation>Wat de snelle lezer niet kan, leest de GDAL van QGIS; rasterio is niet nodig.</translation>
        </message>
        <message>
            <source>Folder for chips loaded as layers</source>
            <translation>Map voor chips die als laag worden geladen</translation>
        </message>
        <message>
            <source>Beside the project</source>
            <translation>Naast het project</translation>
        </message>
        <message>
            <source>Folders, cache, clouds and reading; the sources stay.</source>
            <translation>Mappen, cache, wolken en lezen; de bronnen blijven.</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Lagen</translation>
        </message>
        <message>
            <source>Folder for chips</source>
            <translation>Map voor chips</translation>
        </message>
        <message>
            <source>A pixel of a ticked class of the scene classification is bad.</source>
            <translation>Een pixel van een aangevinkte klasse van de scèneclassificatie is slecht.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lezen</translation>
        </message>
        <message>
            <source>Files read at once</source>
            <translation>Tegelijk gelezen bestanden</translation>
        </message>
        <message>
            <source>Bad pixels a clear date may have, per cent</source>
            <translation>Slechte pixels die een heldere datum mag hebben, in procenten</translation>
        </message>
        <message>
            <source>Fewer are kinder to slow lines and small servers.</source>
            <translation>Minder is vriendelijker voor trage lijnen en kleine servers.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Naam</translation>
        </message>
        <message>
            <source>Address or path</source>
            <translation>Adres of pad</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Soort</translation>
        </message>
        <message>
            <source>Kind of source</source>
            <translation>Soort bron</translation>
        </message>
        <message>
            <source>STAC catalogue</source>
            <translation>STAC-catalogus</translation>
        </message>
        <message>
            <source>A STAC API, or a catalogue by its address or path.</source>
            <translation>Een STAC-API, of een catalogus naar adres of pad.</translation>
        </message>
        <message>
            <source>CbM service</source>
            <translation>CbM-dienst</translation>
        </message>
        <message>
            <source>A JRC CbM RESTful service: chips, and parcels by click.</source>
            <translation>Een CbM-RESTful-dienst van het JRC: chips, en percelen met een klik.</translation>
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. A CbM service takes user name and password as Basic. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation>Aanmeldingen bewaart QGIS versleuteld; hier wordt alleen het kenmerk van de configuratie genoteerd. Een CbM-dienst neemt gebruikersnaam en wachtwoord als ‘Basis authenticatie’ (Basic). S3-sleutels zijn een configuratie van de soort AWS S3, of ‘Basis authenticatie’ met S3 als ‘Melding’ (realm).</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Bronnen</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Toevoegen…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bewerken…</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Verbinding testen</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>op deze computer</translation>
        </message>
        <message>
            <source>Built-in sources stay; of theirs only the login can be changed.</source>
            <translation>Ingebouwde bronnen blijven; daarvan kan alleen de aanmelding worden gewijzigd.</translation>
        </message>
        <message>
            <source>{title}: the login can't be opened. Was QGIS's master password given?</source>
            <translation>{title}: de aanmelding kan niet worden geopend. Is het hoofdwachtwoord van QGIS opgegeven?</translation>
        </message>
        <message>
            <source>{title}: asking…</source>
            <translation>{title}: wordt gevraagd…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adres</translation>
        </message>
        <message>
            <source>Sources with name, address and login</source>
            <translation>Bronnen met naam, adres en aanmelding</translation>
        </message>
        <message>
            <source>Ticked: it is asked for its newest date, too, where another source seems to be behind.</source>
            <translation>Aangevinkt: ook zij wordt naar haar nieuwste datum gevraagd waar een andere bron lijkt achter te lopen.</translation>
        </message>
        <message>
            <source>Indices and bands of the plot</source>
            <translation>Indexen en banden van de grafiek</translation>
        </message>
        <message>
            <source>How the plot is shown, and what is saved</source>
            <translation>Hoe de grafiek eruitziet, en wat wordt opgeslagen</translation>
        </message>
        <message>
            <source>{band} (reflectance)</source>
            <translation>{band} (reflectantie)</translation>
        </message>
        <message>
            <source>Range of half of the pixels (p25 to p75)</source>
            <translation>Bereik van de helft van de pixels (p25 tot p75)</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legenda</translation>
        </message>
        <message>
            <source>Years over each other</source>
            <translation>Jaren over elkaar</translation>
        </message>
        <message>
            <source>Series of the CbM server</source>
            <translation>Tijdreeks van de CbM-server</translation>
        </message>
        <message>
            <source>Smoothing (Whittaker)</source>
            <translation>Afvlakking (Whittaker)</translation>
        </message>
        <message>
            <source>Smoothing needs the Python package SciPy.</source>
            <translation>Afvlakken heeft het Python-pakket SciPy nodig.</translation>
        </message>
        <message>
            <source>Smoothing: needs the Python package SciPy</source>
            <translation>Afvlakking: heeft het Python-pakket SciPy nodig</translation>
        </message>
        <message>
            <source>λ = {number}</source>
            <translation>λ = {number}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Geen</translation>
        </message>
        <message>
            <source>Show the whole time</source>
            <translation>De hele periode tonen</translation>
        </message>
        <message>
            <source>Copy picture and numbers</source>
            <translation>Beeld en getallen kopiëren</translation>
        </message>
        <message>
            <source>Save as PNG, SVG or CSV …</source>
            <translation>Opslaan als PNG, SVG of CSV …</translation>
        </message>
        <message>
            <source>Series plot</source>
            <translation>Grafiek van de tijdreeks</translation>
        </message>
        <message>
            <source>Pick a place: its dates come here with their values.</source>
            <translation>Kies een plaats: de datums komen hier met hun waarden.</translation>
        </message>
        <message>
            <source>Save the plot</source>
            <translation>Grafiek opslaan</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d MMMM yyyy</translation>
        </message>
        <message numerus="yes">
            <source>{count} clear pixels</source>
            <translation>
                <numerusform>{count} heldere pixel</numerusform>
                <numerusform>{count} heldere pixels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} pixels</source>
            <translation>
                <numerusform>{count} pixel</numerusform>
                <numerusform>{count} pixels</numerusform>
            </translation>
        </message>
        <message>
            <source>(half of the pixels {0} to {1})</source>
            <translation>(de helft van de pixels {0} tot {1})</translation>
        </message>
        <message>
            <source>Choose a date of a place first.</source>
            <translation>Kies eerst een datum van een plaats.</translation>
        </message>
        <message>
            <source>your own answer first: it is hidden</source>
            <translation>eerst uw eigen antwoord: hij is verborgen</translation>
        </message>
        <message>
            <source>CbM Chips: stretch of {place}</source>
            <translation>CbM Chips: stretch van {place}</translation>
        </message>
        <message>
            <source>six values, two for each band, for an absolute stretch</source>
            <translation>zes waarden, twee per band, voor een oprekking met vaste waarden</translation>
        </message>
        <message>
            <source>two percentiles, unless the stretch is absolute</source>
            <translation>twee percentielen, tenzij de oprekking vaste waarden heeft</translation>
        </message>
        <message>
            <source>Scene classification</source>
            <translation>Scèneclassificatie</translation>
        </message>
        <message>
            <source>{metres} m</source>
            <translation>{metres} m</translation>
        </message>
        <message>
            <source>≤ {share} % cloud</source>
            <translation>≤ {share} % wolken</translation>
        </message>
        <message>
            <source>clear only</source>
            <translation>alleen heldere</translation>
        </message>
        <message>
            <source>one per date</source>
            <translation>één per datum</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <translation>d MMM yyyy</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <source>There is no question to answer: pick a parcel or open a queue.</source>
            <translation>Er is geen vraag te beantwoorden: kies een perceel of open een lijst.</translation>
        </message>
        <message>
            <source>the disk does not answer</source>
            <translation>de schijf antwoordt niet</translation>
        </message>
        <message>
            <source>This is the last of the queue.</source>
            <translation>Dit is de laatste van de wachtrij.</translation>
        </message>
        <message>
            <source>This is the first.</source>
            <translation>Dit is de eerste.</translation>
        </message>
        <message>
            <source>All questions of the queue are decided.</source>
            <translation>Alle vragen van de wachtrij zijn beslist.</translation>
        </message>
        <message>
            <source>Parcel {id} is in the reserve of {bucket}: its turn has not come.</source>
            <translation>Perceel {id} zit in de reserve van {bucket}: het is nog niet aan de beurt.</translation>
        </message>
        <message>
            <source>Parcel {id} is not in the queue: {reason}</source>
            <translation>Perceel {id} staat niet in de wachtrij: {reason}</translation>
        </message>
        <message>
            <source>The queue has no parcel {id}.</source>
            <translation>De wachtrij heeft geen perceel {id}.</translation>
        </message>
        <message>
            <source>Parcel {id}{why} can't be inspected, and {bucket} has no reserve left.</source>
            <translation>Perceel {id}{why} kan niet worden gecontroleerd, en {bucket} heeft geen reserve meer.</translation>
        </message>
        <message>
            <source>Parcel {other} takes the place of {id}{why} in {bucket}.</source>
            <translation>Perceel {other} komt in {bucket} in de plaats van {id}{why}.</translation>
        </message>
        <message>
            <source>it could not be opened</source>
            <translation>het kon niet worden geopend</translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} ({why}). They are kept in {file}, and get into the record when it is opened again.</source>
            <translation>
                <numerusform>{count} antwoord staat niet in het controleregister {record} ({why}). Het is bewaard in {file} en komt in het controleregister zodra dat weer wordt geopend.</numerusform>
                <numerusform>{count} antwoorden staan niet in het controleregister {record} ({why}). Ze zijn bewaard in {file} en komen in het controleregister zodra dat weer wordt geopend.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers that could not be written before are in the record now.</source>
            <translation>
                <numerusform>{count} antwoord dat eerder niet kon worden geschreven, staat nu in het controleregister.</numerusform>
                <numerusform>{count} antwoorden die eerder niet konden worden geschreven, staan nu in het controleregister.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} yet: they get there when it is opened.</source>
            <translation>
                <numerusform>{count} antwoord staat nog niet in het controleregister {record}: het komt erin zodra dat wordt geopend.</numerusform>
                <numerusform>{count} antwoorden staan nog niet in het controleregister {record}: ze komen erin zodra dat wordt geopend.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record}, and could not be kept in a file: {why}</source>
            <translation>
                <numerusform>{count} antwoord staat niet in het controleregister {record} en kon in geen bestand worden bewaard: {why}</numerusform>
                <numerusform>{count} antwoorden staan niet in het controleregister {record} en konden in geen bestand worden bewaard: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>CbM Chips: nearest dates of {place}</source>
            <translation>CbM Chips: dichtstbijzijnde datums van {place}</translation>
        </message>
        <message>
            <source>{bands} was not read yet: it is being read now.</source>
            <translation>{bands} was nog niet gelezen en wordt nu gelezen.</translation>
        </message>
        <message>
            <source>Dates as a calendar</source>
            <translation>Datums als kalender</translation>
        </message>
        <message>
            <source>Which dates are shown</source>
            <translation>Welke datums worden getoond</translation>
        </message>
        <message>
            <source>See whole chips again (0)</source>
            <translation>Weer hele chips zien (0)</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Helder</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Twijfelachtig</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Deels</translation>
        </message>
        <message>
            <source>Cloudy</source>
            <translation>Bewolkt</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Mislukt</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelaten</translation>
        </message>
        <message>
            <source>Fit: pictures as large as all dates fit into the list</source>
            <translation>Passend: afbeeldingen zo groot dat alle datums in de lijst passen</translation>
        </message>
        <message>
            <source>Size of the pictures</source>
            <translation>Grootte van de beelden</translation>
        </message>
        <message>
            <source>Size of the pictures (Ctrl + mouse wheel)</source>
            <translation>Grootte van de beelden (Ctrl + muiswiel)</translation>
        </message>
        <message>
            <source>Point at a picture for its values.</source>
            <translation>Muis op een beeld: waarden van de pixel.</translation>
        </message>
        <message>
            <source>Values under the mouse</source>
            <translation>Waarden onder de muis</translation>
        </message>
        <message>
            <source>Load {0} dates as layers</source>
            <translation>{0} datums als lagen laden</translation>
        </message>
        <message>
            <source>Load as layer</source>
            <translation>Als laag laden</translation>
        </message>
        <message>
            <source>Retry {0} dates</source>
            <translation>{0} datums opnieuw proberen</translation>
        </message>
        <message>
            <source>Copy scene id</source>
            <translation>Kenmerk van de scène kopiëren</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Beeld opslaan</translation>
        </message>
        <message>
            <source>Order of the dates: {0}</source>
            <translation>Volgorde van de datums: {0}</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Oudste eerst</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Nieuwste eerst</translation>
        </message>
        <message>
            <source>Clearest first</source>
            <translation>Helderste eerst</translation>
        </message>
        <message>
            <source>View of the dates: {0}</source>
            <translation>Weergave van de datums: {0}</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lijst</translation>
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
            <translation>Het beeld komt eraan.</translation>
        </message>
        <message>
            <source>Previous date (←)</source>
            <translation>Vorige datum (←)</translation>
        </message>
        <message>
            <source>Next date (→)</source>
            <translation>Volgende datum (→)</translation>
        </message>
        <message>
            <source>Whole chip (0)</source>
            <translation>Hele chip (0)</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Geen datum</translation>
        </message>
        <message>
            <source>Large view, {date}</source>
            <translation>Grote weergave, {date}</translation>
        </message>
        <message>
            <source>{row} of {count}</source>
            <translation>{row} van {count}</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle tonen</translation>
        </message>
        <message>
            <source>No date passes this filter.</source>
            <translation>Geen datum komt door dit filter.</translation>
        </message>
        <message>
            <source>Dates of {0}, {1} m</source>
            <translation>Datums van {0}, {1} m</translation>
        </message>
        <message>
            <source>Red {red}, green {green}, blue {blue}</source>
            <translation>Rood {red}, groen {green}, blauw {blue}</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wacht</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>gestopt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>mislukt</translation>
        </message>
        <message>
            <source>unusable</source>
            <translation>onbruikbaar</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>weggelaten</translation>
        </message>
        <message>
            <source>{0} of the parcel</source>
            <translation>{0} van het perceel</translation>
        </message>
        <message>
            <source>{0} in chip</source>
            <translation>{0} in chip</translation>
        </message>
        <message>
            <source>{0} cloud in the parcel</source>
            <translation>{0} wolken in het perceel</translation>
        </message>
        <message>
            <source>{0} cloud in the chip</source>
            <translation>{0} wolken in de chip</translation>
        </message>
        <message>
            <source>judged by {0} of the parcel</source>
            <translation>beoordeeld op {0} van het perceel</translation>
        </message>
        <message>
            <source>first date of the comparison</source>
            <translation>eerste datum van de vergelijking</translation>
        </message>
        <message>
            <source>second date of the comparison</source>
            <translation>tweede datum van de vergelijking</translation>
        </message>
        <message>
            <source>Satellite, tile</source>
            <translation>Satelliet, tegel</translation>
        </message>
        <message>
            <source>Orbit</source>
            <translation>Baan</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Baseline</translation>
        </message>
        <message>
            <source>In the chip</source>
            <translation>In de chip</translation>
        </message>
        <message>
            <source>{share} % of the pixels are likely clouds (Sen2Cor: {least} % or more)</source>
            <translation>{share} % van de pixels is waarschijnlijk wolk (Sen2Cor: {least} % of meer)</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Tweede mening</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source>Judged by</source>
            <translation>Beoordeeld naar</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Gelezen</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Opmerking</translation>
        </message>
        <message>
            <source>from the cache</source>
            <translation>uit de cache</translation>
        </message>
        <message>
            <source>{0} of {1} bands from the cache</source>
            <translation>{0} van {1} banden uit de cache</translation>
        </message>
        <message>
            <source>size unknown</source>
            <translation>grootte onbekend</translation>
        </message>
        <message numerus="yes">
            <source>{share} % ({count} pixels)</source>
            <translation>
                <numerusform>{share} % ({count} pixel)</numerusform>
                <numerusform>{share} % ({count} pixels)</numerusform>
            </translation>
        </message>
        <message>
            <source>class {0}</source>
            <translation>klasse {0}</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nee</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>Opgeslagen: {path}</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>Wordt opgeslagen …</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
        </message>
        <message>
            <source>Nothing opened {path}.</source>
            <translation>Niets heeft {path} geopend.</translation>
        </message>
        <message>
            <source>The picture could not be written to {0}.</source>
            <translation>Het beeld kon niet naar {0} worden geschreven.</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Bijwerken</translation>
        </message>
        <message>
            <source>Read this place again, as the form says now</source>
            <translation>Deze plek opnieuw lezen, zoals het formulier nu zegt</translation>
        </message>
        <message>
            <source>Observability</source>
            <translation>Waarneembaarheid</translation>
        </message>
        <message>
            <source>{part} of the parcel is in the chip.</source>
            <translation>{part} van het perceel ligt in de chip.</translation>
        </message>
        <message>
            <source>All of it would need {needed} m, and {most} m is the most.</source>
            <translation>Voor het hele perceel is {needed} m nodig; {most} m is het meeste.</translation>
        </message>
        <message>
            <source>Read {metres} m</source>
            <translation>{metres} m lezen</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>Opslaan als CSV</translation>
        </message>
        <message>
            <source>Sentinel-2 image chips of a place, date by date</source>
            <translation>Sentinel-2-beeldchips van een plek, datum voor datum</translation>
        </message>
        <message>
            <source>Agreement of two looks</source>
            <translation>Overeenstemming van twee beoordelingen</translation>
        </message>
        <message>
            <source>Compares two looks at the same questions: the first and the second one of a record, or the first looks of two records (an answer that both files hold, as a copy does, is no second one).
A row of the table is a group (bucket); the last one is all of them. It has the questions that both have answered, those with the same outcome, the overall agreement, and Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe), the agreement beyond that of chance. Kappa stays empty where it is not defined: where both have only ever given the same single outcome.
The confusion table counts each pair of outcomes; the list of disagreements has the questions whose outcomes differ, with both answers. Answers that were taken back do not count.</source>
            <translation>Vergelijkt twee beoordelingen van dezelfde vragen: de eerste en de tweede van een controleregister, of de eerste beoordelingen van twee controleregisters (een antwoord dat beide bestanden hebben, zoals bij een kopie, is geen tweede).
Een rij van de tabel is een groep (bucket); de laatste is alle samen. Ze heeft de vragen die beide hebben beantwoord, die met dezelfde uitkomst, de totale overeenstemming en Cohens kappa (Cohen 1960): (po - pe) / (1 - pe), de overeenstemming boven die van het toeval. Kappa blijft leeg waar die niet is gedefinieerd: waar beide steeds maar één en dezelfde uitkomst hebben gegeven.
De verwarringstabel telt elk paar uitkomsten; de lijst van verschillen heeft de vragen waarvan de uitkomsten verschillen, met beide antwoorden. Teruggenomen antwoorden tellen niet mee.</translation>
        </message>
        <message>
            <source>Second record: without one, the second looks of the first</source>
            <translation>Tweede controleregister: zonder dat de tweede beoordelingen van het eerste</translation>
        </message>
        <message>
            <source>Record of an inspection</source>
            <translation>Controleregister van een inspectie</translation>
        </message>
        <message>
            <source>Confusion table</source>
            <translation>Verwarringstabel</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Verschillen</translation>
        </message>
        <message>
            <source>Questions with two answers</source>
            <translation>Vragen met twee antwoorden</translation>
        </message>
        <message>
            <source>Overall agreement</source>
            <translation>Totale overeenstemming</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohens kappa</translation>
        </message>
        <message>
            <source>No question has two answers: there is nothing to compare.</source>
            <translation>Geen vraag heeft twee antwoorden: er is niets te vergelijken.</translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same outcome ({share} %).</source>
            <translation>{agreed} van {both} vragen hebben dezelfde uitkomst ({share} %).</translation>
        </message>
        <message>
            <source>Cohen's kappa is not defined: there is only one outcome.</source>
            <translation>Cohens kappa is niet gedefinieerd: er is maar één uitkomst.</translation>
        </message>
        <message>
            <source>Cohen's kappa: {kappa}</source>
            <translation>Cohens kappa: {kappa}</translation>
        </message>
        <message>
            <source>Make animations of a season</source>
            <translation>Animaties van een seizoen maken</translation>
        </message>
        <message>
            <source>Makes an animated GIF of every place, with a frame for each Sentinel-2 acquisition of a period, and the same frames as numbered PNGs.
All frames of a place have one stretch, so that what changes is the ground. Dates on which the parcel is cloudy are left out unless they are wanted. The outline is drawn, and a line below tells the date and where in the period it is.
It needs the Python package Pillow, which QGIS's installers bring.</source>
            <translation>Maakt van elke plaats een geanimeerde GIF met een beeld voor elke Sentinel-2-opname van een periode, en dezelfde beelden als genummerde PNG’s.
Alle beelden van een plaats hebben één stretch: wat verandert, is de grond. Datums waarop het perceel bewolkt is, worden weggelaten tenzij ze gewenst zijn. De omtrek wordt getekend, en een regel eronder noemt de datum en waar die in de periode ligt.
Het heeft het Python-pakket Pillow nodig, dat de installatieprogramma’s van QGIS meebrengen.</translation>
        </message>
        <message>
            <source>Folder for the animations</source>
            <translation>Map voor de animaties</translation>
        </message>
        <message>
            <source>Animations written</source>
            <translation>Geschreven animaties</translation>
        </message>
        <message>
            <source>Places without an animation</source>
            <translation>Plaatsen zonder animatie</translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} frames, {left} dates left out</source>
            <translation>
                <numerusform>{place}: {count} beeld, {left} datums weggelaten</numerusform>
                <numerusform>{place}: {count} beelden, {left} datums weggelaten</numerusform>
            </translation>
        </message>
        <message>
            <source>Index in place of colours</source>
            <translation>Index in plaats van kleuren</translation>
        </message>
        <message>
            <source>Milliseconds per date</source>
            <translation>Milliseconden per datum</translation>
        </message>
        <message>
            <source>Width of the pictures in pixels, about</source>
            <translation>Breedte van de beelden in pixels, ongeveer</translation>
        </message>
        <message>
            <source>Make an HTML sheet of chips</source>
            <translation>HTML-blad van chips maken</translation>
        </message>
        <message>
            <source>Image chips</source>
            <translation>Beeldchips</translation>
        </message>
        <message>
            <source>Puts all dates of a run on one HTML page, to be looked at in a browser, printed or passed on.
The folder is what 'Extract raw chips' or 'Extract colour composite chips' wrote. The pictures are within the page; it needs no other file and no network. Dates are in order, the oldest first, each with its flag, dates without a picture with the reason. Several places become sections of the same page.
Bands are composed anew with the look-up table and stretch given here. Pictures that a run of composites made are shown as they are; without bands given, what the folder holds is chosen.</source>
            <translation>Zet alle datums van een run op één HTML-pagina, om in een browser te bekijken, af te drukken of door te geven.
De map is wat ‘Ruwe chips uitsnijden’ of ‘Kleurcomposiet-chips uitsnijden’ heeft geschreven. De beelden zitten in de pagina; ze heeft geen ander bestand en geen netwerk nodig. De datums staan op volgorde, de oudste eerst, elk met zijn wolkenoordeel, datums zonder beeld met de reden. Meerdere plekken worden delen van dezelfde pagina.
Banden worden opnieuw samengesteld met de opzoektabel en de stretch die hier zijn opgegeven. Beelden die een run met composieten heeft gemaakt, worden getoond zoals ze zijn; zijn er geen banden opgegeven, dan wordt genomen wat de map bevat.</translation>
        </message>
        <message>
            <source>Folder of a run</source>
            <translation>Map van een run</translation>
        </message>
        <message>
            <source>Most columns</source>
            <translation>Hoogste aantal kolommen</translation>
        </message>
        <message>
            <source>HTML sheet</source>
            <translation>HTML-blad</translation>
        </message>
        <message>
            <source>Dates on the page</source>
            <translation>Datums op de pagina</translation>
        </message>
        <message>
            <source>The run's own pictures are shown, stretched as they are.</source>
            <translation>De eigen beelden van de run worden getoond, met de stretch die ze hebben.</translation>
        </message>
        <message>
            <source>Cancelled: no page was written.</source>
            <translation>Geannuleerd: er is geen pagina geschreven.</translation>
        </message>
        <message>
            <source>Save a run in the CbM client's folders</source>
            <translation>Een run opslaan in de mappen van de CbM-client</translation>
        </message>
        <message>
            <source>Writes the chips of a run as the original CbM client keeps them, for its notebooks.
The folder is what 'Extract raw chips' wrote. Every place becomes &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json (the parcel) and chip_images, which holds a GeoTIFF for each product and band, and a list images_list.&lt;BAND&gt;.csv for each band. Lists that are there already go on. Such a folder can be given as the source to the other algorithms, and be opened in the dock.</source>
            <translation>Schrijft de chips van een run zoals de oorspronkelijke CbM-client ze bewaart, voor zijn notebooks.
De map is die welke ‘Ruwe chips uitsnijden’ schreef. Elke plaats wordt &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ met info.json (het perceel) en chip_images, met een GeoTIFF per product en band en een lijst images_list.&lt;BAND&gt;.csv per band. Lijsten die er al zijn, worden voortgezet. Zo'n map kan als bron aan de andere algoritmen worden gegeven en in het dok worden geopend.</translation>
        </message>
        <message>
            <source>Area: its code</source>
            <translation>Gebied: de code</translation>
        </message>
        <message>
            <source>Year of the parcels</source>
            <translation>Jaar van de percelen</translation>
        </message>
        <message>
            <source>Without one, the year of the last date.</source>
            <translation>Zonder opgave het jaar van de laatste datum.</translation>
        </message>
        <message>
            <source>Dates written</source>
            <translation>Geschreven datums</translation>
        </message>
        <message>
            <source>Dates that failed</source>
            <translation>Mislukte datums</translation>
        </message>
        <message>
            <source>a run of raw chips: this one has pictures only</source>
            <translation>een run van ruwe chips: deze heeft alleen beelden</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} dates are in the folders.</source>
            <translation>
                <numerusform>Geannuleerd: {count} datum staat in de mappen.</numerusform>
                <numerusform>Geannuleerd: {count} datums staan in de mappen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} dates</source>
            <translation>
                <numerusform>{place}: {count} datum</numerusform>
                <numerusform>{place}: {count} datums</numerusform>
            </translation>
        </message>
        <message>
            <source>List dates with cloud flags</source>
            <translation>Datums met wolkenoordeel opsommen</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Which classes are bad is said by the cloud rule: as listed under bad classes, that of the plugin's options, or one by its name. Without bad classes those of the plugin's options are taken. The rule stands in every row, in cloud_rule.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation>Somt elke Sentinel-2-opname van een periode op met een wolkenoordeel over het perceel.
Alleen de scèneclassificatie (SCL) wordt gelezen. De pixels waarvan het midden in het perceel ligt (zonder percelen: alle van de chip) worden per klasse geteld. Een datum is helder (clear) als elke pixel gegevens heeft en het aandeel slechte klassen binnen de tolerantie ligt; de andere zijn partly (deels), cloudy (bewolkt: twee derde slecht of meer) en no_data (geen gegevens). Welke klassen slecht zijn, zegt de wolkenregel: zoals bij de slechte klassen opgegeven, die van de instellingen of een met een naam. Zonder opgave van slechte klassen gelden die van de instellingen. De regel staat in elke rij in cloud_rule.
Datums die niet konden worden beoordeeld, staan met de reden in de lijst. Hoeveel van het perceel in de chip ligt, en dus wordt beoordeeld, staat in parcel_in_chip_pct.</translation>
        </message>
        <message>
            <source>SCL classes that spoil a pixel</source>
            <translation>SCL-klassen die een pixel bederven</translation>
        </message>
        <message>
            <source>Cloud flags</source>
            <translation>Wolkenoordelen</translation>
        </message>
        <message>
            <source>Dates judged</source>
            <translation>Beoordeelde datums</translation>
        </message>
        <message>
            <source>Dates and parcels that failed</source>
            <translation>Mislukte datums en percelen</translation>
        </message>
        <message>
            <source>the table</source>
            <translation>de tabel</translation>
        </message>
        <message>
            <source>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone. The time series on the sheet is of what is kept of the season: nothing is asked for it, and the sheet says what lacks.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</source>
            <translation>Schrijft bij elk perceel van een controleregister waarop de antwoorden berusten: een bundel bestanden om door te geven.
Een bundel is een map of een zip met een blad (een HTML-pagina die geen ander bestand nodig heeft), alle rijen van het controleregister als record.json, de omtrek, de bekeken beelden met en zonder omtrek, en SHA256SUMS, dat 'sha256sum -c' controleert. Desgewenst ook de pixels als GeoTIFF's en het blad als pdf.
De beelden worden opnieuw gemaakt, uit de cache waar die ze heeft, en vergeleken met hun hashes ten tijde van het antwoord. Wat afwijkt of niet meer te lezen is, wordt met de reden getoond en kost alleen zichzelf. De tijdreeks op het blad toont wat van het seizoen bewaard is: er wordt niets voor opgevraagd, en het blad zegt wat ontbreekt.
Geschreven worden alle percelen met antwoorden, of die van de laag (of haar selectie), of die van de opgegeven ids. De omtrekken van de laag vallen in waar het controleregister er geen heeft. Een indexpagina en een tabel noemen wat er in de map staat; andere bundels daarin blijven. Een afgebroken run laat alleen hele bundels achter. Het controleregister mag intussen elders open zijn.</translation>
        </message>
        <message>
            <source>Index (HTML)</source>
            <translation>Index (HTML)</translation>
        </message>
        <message>
            <source>Bundles written</source>
            <translation>Geschreven bundels</translation>
        </message>
        <message>
            <source>Pictures proved</source>
            <translation>Bewezen beelden</translation>
        </message>
        <message>
            <source>Pictures that differ</source>
            <translation>Afwijkende beelden</translation>
        </message>
        <message>
            <source>Pictures that could not be made again</source>
            <translation>Beelden die niet opnieuw gemaakt konden worden</translation>
        </message>
        <message>
            <source>Ids of the only parcels, separated by commas</source>
            <translation>Ids van de enige percelen, door komma’s gescheiden</translation>
        </message>
        <message>
            <source>Source: without one, that of the record</source>
            <translation>Bron: zonder opgave die van het controleregister</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have no answer in the record:</source>
            <translation>
                <numerusform>{count} perceel heeft geen antwoord in het controleregister:</numerusform>
                <numerusform>{count} percelen hebben geen antwoord in het controleregister:</numerusform>
            </translation>
        </message>
        <message>
            <source>no picture</source>
            <translation>geen beeld</translation>
        </message>
        <message>
            <source>Export the answers of an inspection</source>
            <translation>Antwoorden van een inspectie exporteren</translation>
        </message>
        <message>
            <source>Writes every row of an inspection's sample with what was answered, in the sample's order, as CSV or XLSX.
The sample's columns come first and stay as they are; a row that is open has no outcome, one that was replaced names its replacement and the reason. Where there are several groups (buckets), XLSX has a sheet for each, and beside the CSV file there is one for each. XLSX needs the Python package openpyxl.</source>
            <translation>Schrijft elke rij van de steekproef van een inspectie met wat is geantwoord, in de volgorde van de steekproef, als CSV of XLSX.
De kolommen van de steekproef komen eerst en blijven zoals ze zijn; een open rij heeft geen uitkomst, een vervangen rij noemt de vervanger en de reden. Waar er meer groepen (buckets) zijn, heeft XLSX een blad voor elk, en staat naast het CSV-bestand er een voor elk. XLSX heeft het Python-pakket openpyxl nodig.</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rijen</translation>
        </message>
        <message>
            <source>a file that ends with {kinds}</source>
            <translation>een bestand dat eindigt op {kinds}</translation>
        </message>
        <message>
            <source>Bands, separated by commas</source>
            <translation>Banden, gescheiden door komma’s</translation>
        </message>
        <message>
            <source>Install missing Python packages</source>
            <translation>Ontbrekende Python-pakketten installeren</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Inrichting</translation>
        </message>
        <message>
            <source>Gets pystac-client, pystac and diskcache into a folder of the plugin's own in the profile.
Only what neither QGIS nor the system has is installed, and what is damaged or of another version is replaced. Each file is checked by its SHA-256; nothing that QGIS ships changes, and pip is not needed. Without a network, give a folder with the wheels (the files *.whl). Either all is installed or nothing is changed. QGIS need not be started anew.</source>
            <translation>Haalt pystac-client, pystac en diskcache naar een eigen map van de plug-in in het profiel.
Alleen wat noch QGIS noch het systeem heeft, wordt geïnstalleerd; wat beschadigd is of van een andere versie, wordt vervangen. Elk bestand wordt op zijn SHA-256 gecontroleerd; niets wat QGIS meelevert verandert, en pip is niet nodig. Geef zonder netwerk een map met de wheels (de bestanden *.whl). Of alles wordt geïnstalleerd, of er verandert niets. QGIS hoeft niet opnieuw te worden gestart.</translation>
        </message>
        <message>
            <source>Install what is missing, repair what is damaged</source>
            <translation>Installeren wat ontbreekt, herstellen wat beschadigd is</translation>
        </message>
        <message>
            <source>Remove all of them</source>
            <translation>Alles verwijderen</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Wat te doen</translation>
        </message>
        <message>
            <source>Address of a package index, in place of that of the options</source>
            <translation>Adres van een pakketindex in plaats van dat in de opties</translation>
        </message>
        <message>
            <source>Packages installed or removed</source>
            <translation>Geïnstalleerde of verwijderde pakketten</translation>
        </message>
        <message>
            <source>Folder of the packages</source>
            <translation>Map van de pakketten</translation>
        </message>
        <message>
            <source>Match-up of parcels with dates</source>
            <translation>Koppeling van percelen met een datum</translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. If wanted, the chips of the dates in the table are written as well. Only acquisitions near some feature's date are read.</source>
            <translation>Voor elk object met een eigen datum: de dichtstbijzijnde heldere Sentinel-2-opname ervoor en erna, het verschil in dagen en de statistiek van banden en indices, als tabel met twee rijen per object.
De dag zelf telt als ervoor. Waar geen heldere datum dichtbij genoeg ligt, zegt de rij dat, en een object zonder datum of geometrie heeft een rij met de reden. Desgewenst worden ook de chips van de datums in de tabel geschreven. Alleen opnamen dicht bij de datum van een object worden gelezen.</translation>
        </message>
        <message>
            <source>Indices</source>
            <translation>Indices</translation>
        </message>
        <message>
            <source>Match-up</source>
            <translation>Koppeling</translation>
        </message>
        <message>
            <source>Field with each feature's date</source>
            <translation>Veld met de datum van elk object</translation>
        </message>
        <message>
            <source>Most days before and after</source>
            <translation>Hoogstens zoveel dagen ervoor en erna</translation>
        </message>
        <message>
            <source>a field of dates, of which some feature has one</source>
            <translation>een veld met datums, waarvan een object er een heeft</translation>
        </message>
        <message>
            <source>The Python lines give all dates, not only those near the parcels' own.</source>
            <translation>De Python-regels geven alle datums, niet alleen die bij de eigen datums van de percelen.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} rows are in the table.</source>
            <translation>
                <numerusform>Geannuleerd: er staat {count} rij in de tabel.</numerusform>
                <numerusform>Geannuleerd: er staan {count} rijen in de tabel.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} features have no date that can be read; each has a row that says so.</source>
            <translation>
                <numerusform>{count} object heeft geen leesbare datum; het heeft een rij die dat zegt.</numerusform>
                <numerusform>{count} objecten hebben geen leesbare datum; elk heeft een rij die dat zegt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Parcel at a location</source>
            <translation>Perceel op een plek</translation>
        </message>
        <message>
            <source>Asks a CbM server for the parcels at a point, or for the parcel of an id.
Give a point or an id, and the area and year whose parcels are meant; some servers have several types of parcels. The result is a layer of polygons (EPSG:4326) with id, name and code of the crop, and the area in square metres as the server measured it: one feature per parcel, several where parcels overlap, none where there is none. The layer can be given as parcels to the algorithms for chips.</source>
            <translation>Vraagt een CbM-server naar de percelen op een punt, of naar het perceel met een kenmerk.
Geef een punt of een kenmerk op, en het gebied en het jaar waarvan de percelen worden bedoeld; sommige servers hebben meerdere typen percelen. Het resultaat is een polygonenlaag (EPSG:4326) met het kenmerk, de naam en de code van het gewas, en de oppervlakte in vierkante meters zoals de server die heeft gemeten: één object per perceel, meerdere waar percelen overlappen, geen waar er geen ligt. De laag kan als percelen aan de algoritmen voor chips worden gegeven.</translation>
        </message>
        <message>
            <source>A point in the parcel</source>
            <translation>Een punt in het perceel</translation>
        </message>
        <message>
            <source>Id of the parcel</source>
            <translation>Kenmerk van het perceel</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>Percelen</translation>
        </message>
        <message>
            <source>Parcels found</source>
            <translation>Gevonden percelen</translation>
        </message>
        <message>
            <source>There is no parcel.</source>
            <translation>Er is geen perceel.</translation>
        </message>
        <message>
            <source>Time series of all parcels</source>
            <translation>Tijdreeksen van alle percelen</translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below those of the dates before and after it that are clear or partly clear, 0 where it does not, and empty for cloudy dates and where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation>Statistiek van banden en indices voor elk perceel van een laag en elke Sentinel-2-opname van een periode, als tabel.
Elk bestand wordt één keer gelezen voor alle percelen erin. Een rij heeft het wolkenoordeel en de pixels van elke SCL-klasse, daarna van elke band en index (als reflectie) count, mean, std, min, max, p25, p50 en p75 van de heldere pixels: een pixel van 10 m is zo helder als de SCL-pixel waarin het midden ervan ligt. 'suspect' is 1 waar het gemiddelde van NDVI (anders van de eerste index) meer dan 0,2 onder die van de datums ervoor en erna ligt die helder of deels helder zijn, anders 0, en leeg op bewolkte datums en waar een buur ontbreekt. Zulke rijen worden gemarkeerd, nooit weggelaten: een gemaaid grasland ziet eruit als een gemiste wolk.
Percelen die niet kunnen worden gelezen, en bestanden die ontbreken, kosten alleen hun eigen rijen, die zeggen waarom. Dezelfde run nog eens, of een met een latere laatste dag, leest alleen wat ontbreekt.</translation>
        </message>
        <message>
            <source>Observability of the parcels</source>
            <translation>Waarneembaarheid van de percelen</translation>
        </message>
        <message>
            <source>Observability of parcels</source>
            <translation>Waarneembaarheid van percelen</translation>
        </message>
        <message>
            <source>Which parcels of a layer can be judged with Sentinel-2 at all, as a table.
Only the scene classification (SCL) is read. Of each parcel: the pixels of 10 m that lie wholly in it, also where its outline is shrunk by 5 or 10 m; whether it is usable by the published rule (at least 8 full pixels, less than 60 % of them lost at 5 m: Vajsova et al. 2020); its clear dates in the period, the first, the last, and the longest gap between them.</source>
            <translation>Welke percelen van een laag eigenlijk met Sentinel-2 te beoordelen zijn, als tabel.
Alleen de scèneclassificatie (SCL) wordt gelezen. Van elk perceel: de pixels van 10 m die er helemaal in liggen, ook als de omtrek 5 of 10 m krimpt; of het bruikbaar is volgens de gepubliceerde regel (minstens 8 volle pixels, waarvan bij 5 m minder dan 60 % verloren gaat: Vajsova et al. 2020); de heldere datums in de periode, de eerste, de laatste en het langste gat ertussen.</translation>
        </message>
        <message>
            <source>Cancelled: nothing is in the table.</source>
            <translation>Geannuleerd: er staat niets in de tabel.</translation>
        </message>
        <message>
            <source>Progress of an inspection</source>
            <translation>Voortgang van een inspectie</translation>
        </message>
        <message>
            <source>Counts, for each group (bucket) of an inspection's record, what is wanted, answered and open.
A row is a group; the last one is all of them. Its columns are the questions wanted, the rows of the sample, those answered, done (answered, without those that another one stands in for) and answered by outcome, open, replaced, those of the reserve that are not needed yet, and second looks. The record may be open elsewhere meanwhile.</source>
            <translation>Telt voor elke groep (bucket) van een controleregister wat gewenst, beantwoord en open is.
Een rij is een groep; de laatste is alle samen. De kolommen zijn de gewenste vragen, de rijen van de steekproef, de beantwoorde, de afgehandelde (beantwoord, zonder die waarvoor een andere in de plaats komt) en die per uitkomst, de open, de vervangen, die van de reserve die nog niet nodig zijn, en tweede beoordelingen. Het register mag intussen elders open zijn.</translation>
        </message>
        <message>
            <source>Questions answered</source>
            <translation>Beantwoorde vragen</translation>
        </message>
        <message>
            <source>Questions open</source>
            <translation>Open vragen</translation>
        </message>
        <message>
            <source>Plot time series of parcels</source>
            <translation>Tijdreeksen van percelen als grafiek</translation>
        </message>
        <message>
            <source>Many parcels</source>
            <translation>Veel percelen</translation>
        </message>
        <message>
            <source>Draws the series of one or a few parcels of a table that 'Time series of all parcels' made, as PNG or SVG; as CSV it writes the numbers.
A date is a mark: full where it is clear, half where it is partly clouded, hollow where it is cloudy, a triangle where its value dips alone, a cross where it has no value. The line joins clear dates up to 20 days apart and is broken over longer gaps; the band is the middle half of the pixels (p25 to p75).
Smoothing is Whittaker's (Eilers 2003) with the given λ on a daily grid, by the clear dates; it needs SciPy. The marks stay.</source>
            <translation>Tekent de tijdreeks van een of enkele percelen van een tabel die 'Tijdreeksen van alle percelen' heeft gemaakt, als PNG of SVG; als CSV schrijft het de getallen.
Een datum is een teken: vol waar hij helder is, half waar hij deels bewolkt is, hol waar hij bewolkt is, een driehoek waar zijn waarde alleen inzakt, een kruis waar hij geen waarde heeft. De lijn verbindt heldere datums die tot 20 dagen uit elkaar liggen en is over langere gaten onderbroken; de band is de middelste helft van de pixels (p25 tot p75).
Afgevlakt wordt volgens Whittaker (Eilers 2003) met de gegeven λ op een dagelijks raster, naar de heldere datums; daarvoor is SciPy nodig. De tekens blijven.</translation>
        </message>
        <message>
            <source>Time series of parcels</source>
            <translation>Tijdreeksen van percelen</translation>
        </message>
        <message>
            <source>Ids of parcels, by commas</source>
            <translation>Id’s van percelen, met komma’s</translation>
        </message>
        <message>
            <source>Indices and bands, by commas</source>
            <translation>Indexen en banden, met komma’s</translation>
        </message>
        <message>
            <source>Field with the parcel's id</source>
            <translation>Veld met de id van het perceel</translation>
        </message>
        <message>
            <source>Smoothing: λ (0 for none)</source>
            <translation>Afvlakking: λ (0 voor geen)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Breedte in pixels</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Hoogte in pixels</translation>
        </message>
        <message>
            <source>Plot</source>
            <translation>Grafiek</translation>
        </message>
        <message>
            <source>Dates in the plot</source>
            <translation>Datums in de grafiek</translation>
        </message>
        <message>
            <source>0: smoothing needs the Python package SciPy</source>
            <translation>0: afvlakken heeft het Python-pakket SciPy nodig</translation>
        </message>
        <message>
            <source>Cancelled: no plot was written.</source>
            <translation>Geannuleerd: er is geen grafiek geschreven.</translation>
        </message>
        <message numerus="yes">
            <source>the ids of up to {count} parcels</source>
            <translation>
                <numerusform>de id van {count} perceel</numerusform>
                <numerusform>de id’s van hoogstens {count} percelen</numerusform>
            </translation>
        </message>
        <message>
            <source>a table with at least one row</source>
            <translation>een tabel met minstens één rij</translation>
        </message>
        <message>
            <source>ids of parcels that the table has</source>
            <translation>id’s van percelen die de tabel heeft</translation>
        </message>
        <message>
            <source>Time series of a CbM server</source>
            <translation>Tijdreeks van een CbM-server</translation>
        </message>
        <message>
            <source>Gets the time series that a CbM server keeps of a parcel, as a table.
Kinds: s2 (statistics of the Sentinel-2 bands over the parcel, numbers as in the file), bs (Sentinel-1 backscatter, linear), c6 (Sentinel-1 coherence), scl (counts of the scene classification). There is one row per acquisition and band, with the columns of the server; times are UTC. In the column hist, 4:187 means 187 pixels of class 4.
Which kinds there are depends on the server and the area.</source>
            <translation>Haalt de tijdreeks die een CbM-server van een perceel bijhoudt, als tabel.
Soorten: s2 (statistiek van de Sentinel-2-banden over het perceel, getallen zoals in het bestand), bs (Sentinel-1-terugverstrooiing, lineair), c6 (Sentinel-1-coherentie), scl (pixelaantallen van de scèneclassificatie). Er is één rij per opname en band, met de kolommen van de server; tijden zijn UTC. In de kolom hist betekent 4:187 dat 187 pixels tot klasse 4 behoren.
Welke soorten er zijn, hangt af van de server en het gebied.</translation>
        </message>
        <message>
            <source>There is no cache: everything is read anew.</source>
            <translation>Er is geen cache: alles wordt opnieuw gelezen.</translation>
        </message>
        <message>
            <source>There is no cache, as the package {name} is missing: everything is read anew.</source>
            <translation>Er is geen cache, omdat het pakket {name} ontbreekt: alles wordt opnieuw gelezen.</translation>
        </message>
        <message>
            <source>{place}: no date from {start} to {end}.</source>
            <translation>{place}: geen datum van {start} tot en met {end}.</translation>
        </message>
        <message>
            <source>The nearest is {day}.</source>
            <translation>De dichtstbijzijnde is {day}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} of {total} places have no date from {start} to {end}.</source>
            <translation>
                <numerusform>{count} van {total} plekken heeft geen datum van {start} tot {end}.</numerusform>
                <numerusform>{count} van {total} plekken hebben geen datum van {start} tot {end}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The nearest are {days}.</source>
            <translation>De dichtstbijzijnde zijn {days}.</translation>
        </message>
        <message>
            <source>Scenes with more than {share} % cloud were left out (MAX_SCENE_CLOUD).</source>
            <translation>Scènes met meer dan {share} % wolken zijn weggelaten (MAX_SCENE_CLOUD).</translation>
        </message>
        <message>
            <source>Choose the login under {parameter}, or for this source in the plugin's options.</source>
            <translation>Kies de aanmelding onder {parameter}, of voor deze bron in de opties van de plug-in.</translation>
        </message>
        <message>
            <source>One of “{first}” and “{second}” is needed, and not both.</source>
            <translation>Eén van ‘{first}’ en ‘{second}’ is nodig, en niet beide.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} dates are in {table}.</source>
            <translation>
                <numerusform>Geannuleerd: {done} van {count} datum staat in {table}.</numerusform>
                <numerusform>Geannuleerd: {done} van {count} datums staan in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} parcels are in {table}.</source>
            <translation>
                <numerusform>Geannuleerd: {done} van {count} perceel staat in {table}.</numerusform>
                <numerusform>Geannuleerd: {done} van {count} percelen staan in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more have only some of their dates.</source>
            <translation>
                <numerusform>{count} ander heeft maar een deel van zijn datums.</numerusform>
                <numerusform>{count} andere hebben maar een deel van hun datums.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place} has only {done} of its {count} dates.</source>
            <translation>
                <numerusform>{place} heeft maar {done} van de {count} datum.</numerusform>
                <numerusform>{place} heeft maar {done} van de {count} datums.</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder for the chips</source>
            <translation>Map voor de chips</translation>
        </message>
        <message>
            <source>Manifest (JSON)</source>
            <translation>Manifest (JSON)</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>Tabel (CSV)</translation>
        </message>
        <message>
            <source>the folder</source>
            <translation>de map</translation>
        </message>
        <message>
            <source>{count} files are too many to load as layers; they are in the folder.</source>
            <translation>{count} bestanden zijn te veel om als lagen te laden; ze staan in de map.</translation>
        </message>
        <message>
            <source>Pixels that stand for a parcel</source>
            <translation>Pixels die voor een perceel staan</translation>
        </message>
        <message>
            <source>centre: those whose centre lies in it. inside: those that lie in it as a whole. area-weighted: all that it covers something of, each by the share it covers; a count is then the sum of these shares, and the flags stay those of the centres. It takes the Python package exactextract.</source>
            <translation>centre: die waarvan het midden erin ligt. inside: die er geheel in liggen. area-weighted: alle waarvan het iets bedekt, elk naar het deel dat het bedekt; een aantal is dan de som van die delen, en de wolkenoordelen blijven die van de middens. Daarvoor is het Python-pakket exactextract nodig.</translation>
        </message>
        <message>
            <source>Metres taken off the parcel's edge</source>
            <translation>Meters die van de rand van het perceel af gaan</translation>
        </message>
        <message>
            <source>Scheduler of a Dask cluster: tcp://host:8786</source>
            <translation>Scheduler van een Dask-cluster: tcp://host:8786</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} parcels, about {minutes} minutes left</source>
            <translation>
                <numerusform>{done} van {count} perceel, nog ongeveer {minutes} minuten</numerusform>
                <numerusform>{done} van {count} percelen, nog ongeveer {minutes} minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tile {tile}, {day}, {count} parcels: {reason}</source>
            <translation>
                <numerusform>Tegel {tile}, {day}, {count} perceel: {reason}</numerusform>
                <numerusform>Tegel {tile}, {day}, {count} percelen: {reason}</numerusform>
            </translation>
        </message>
        <message>
            <source>x,y or x,y [EPSG:code]</source>
            <translation>x,y of x,y [EPSG:code]</translation>
        </message>
        <message>
            <source>a layer of polygons that can be opened</source>
            <translation>een polygonenlaag die geopend kan worden</translation>
        </message>
        <message>
            <source>a layer of polygons</source>
            <translation>een polygonenlaag</translation>
        </message>
        <message>
            <source>a layer with a known coordinate system: set the layer's CRS first</source>
            <translation>een laag met een bekend coördinatensysteem: stel eerst het CRS van de laag in</translation>
        </message>
        <message>
            <source>a layer, or a selection, with at least one polygon</source>
            <translation>een laag of een selectie met ten minste één polygoon</translation>
        </message>
        <message>
            <source>a layer of polygons: save this one's polygons as a layer of their own first</source>
            <translation>een laag met polygonen: sla de polygonen ervan eerst op als een eigen laag</translation>
        </message>
        <message>
            <source>Parcels are called by the field {field}.</source>
            <translation>Percelen heten naar het veld {field}.</translation>
        </message>
        <message>
            <source>The field {field} holds real numbers above 9 007 199 254 740 992: of these ids the layer may have lost digits. A field of text keeps them.</source>
            <translation>Het veld {field} bevat decimale getallen boven 9 007 199 254 740 992: van deze id's kan de laag cijfers hebben verloren. Een tekstveld behoudt ze.</translation>
        </message>
        <message>
            <source>none, as the layer has no fields</source>
            <translation>geen, want de laag heeft geen velden</translation>
        </message>
        <message>
            <source>one of the layer's fields: {fields}</source>
            <translation>een van de velden van de laag: {fields}</translation>
        </message>
        <message>
            <source>There are no Python lines, as they would hold too many places.</source>
            <translation>Er zijn geen Python-regels, omdat ze te veel plaatsen zouden bevatten.</translation>
        </message>
        <message>
            <source>CbM server</source>
            <translation>CbM-server</translation>
        </message>
        <message>
            <source>A server of the plugin's options by its name, whose login is then used; or cbm+https://host/prefix.</source>
            <translation>Een server uit de opties van de plug-in met naam, waarvan dan de aanmelding geldt; of cbm+https://host/prefix.</translation>
        </message>
        <message>
            <source>Area: its code on the server</source>
            <translation>Gebied: de code ervan op de server</translation>
        </message>
        <message>
            <source>Type of the parcels</source>
            <translation>Type van de percelen</translation>
        </message>
        <message>
            <source>no folder where a scheduler is given: chips are cut on this computer</source>
            <translation>geen map waar een scheduler is opgegeven: chips worden op deze computer gesneden</translation>
        </message>
        <message>
            <source>Folder for the chips of the parcels</source>
            <translation>Map voor de chips van de percelen</translation>
        </message>
        <message>
            <source>Optional: the chips as well, band by band, with SCL, in the folders that 'Extract raw chips' writes. They come of the same reads: no file is asked twice.</source>
            <translation>Naar keuze: ook de chips, band voor band, met SCL, in de mappen die ‘Ruwe chips uitsnijden’ schrijft. Ze komen uit dezelfde lezingen: geen bestand wordt twee keer gelezen.</translation>
        </message>
        <message>
            <source>Only dates that are clear</source>
            <translation>Alleen heldere datums</translation>
        </message>
        <message>
            <source>Only the clearest of each day</source>
            <translation>Alleen het helderste beeld van elke dag</translation>
        </message>
        <message>
            <source>A source of the plugin's options by its name or id, whose login is then used; or the address or path of a STAC catalogue, or a CbM server (cbm+https://...).</source>
            <translation>Een bron uit de opties van de plug-in met naam of id, waarvan dan de aanmelding geldt; of het adres of pad van een STAC-catalogus, of een CbM-server (cbm+https://...).</translation>
        </message>
        <message>
            <source>Place, as the centre of the chip</source>
            <translation>Plek, als midden van de chip</translation>
        </message>
        <message>
            <source>Field with the parcels' names</source>
            <translation>Veld met de namen van de percelen</translation>
        </message>
        <message>
            <source>Without a field, the one that looks like their name is taken (id, parcel_id, name ...).</source>
            <translation>Zonder veld geldt het veld dat op hun naam lijkt (id, parcel_id, name ...).</translation>
        </message>
        <message>
            <source>Cloud rule: which SCL classes spoil a pixel</source>
            <translation>Wolkenregel: welke SCL-klassen een pixel bederven</translation>
        </message>
        <message>
            <source>options: the rule of the plugin's options</source>
            <translation>options: de regel van de instellingen</translation>
        </message>
        <message>
            <source>Second opinion: mark clear dates that Sen2Cor's cloud probability doubts</source>
            <translation>Tweede mening: heldere datums markeren waaraan de wolkenkans van Sen2Cor twijfelt</translation>
        </message>
        <message>
            <source>both</source>
            <translation>beide</translation>
        </message>
        <message>
            <source>neither</source>
            <translation>geen van beide</translation>
        </message>
        <message>
            <source>one of them</source>
            <translation>één ervan</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have a clear date now that had none in the table before: {ids}</source>
            <translation>
                <numerusform>{count} perceel heeft nu een heldere datum en had er in de vorige tabel geen: {ids}</numerusform>
                <numerusform>{count} percelen hebben nu een heldere datum en hadden er in de vorige tabel geen: {ids}</numerusform>
            </translation>
        </message>
        <message>
            <source>Bands for red, green and blue</source>
            <translation>Banden voor rood, groen en blauw</translation>
        </message>
        <message>
            <source>Look-up table: two percentiles or six values</source>
            <translation>Opzoektabel: twee percentielen of zes waarden</translation>
        </message>
        <message>
            <source>Percentiles of each chip or series</source>
            <translation>Percentielen per chip of reeks</translation>
        </message>
        <message>
            <source>Outline of the place</source>
            <translation>Omtrek van de plaats</translation>
        </message>
        <message>
            <source>A polygon as WKT or GeoJSON, in longitude and latitude, in place of a layer of parcels. Without a place its centre is that of the chip.</source>
            <translation>Een polygoon als WKT of GeoJSON, in lengte en breedte, in plaats van een laag met percelen. Zonder plaats is het midden ervan dat van de chip.</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>Naam van de plaats</translation>
        </message>
        <message>
            <source>a file that takes rows without a geometry: CSV, GeoPackage</source>
            <translation>een bestand dat rijen zonder geometrie opneemt: CSV, GeoPackage</translation>
        </message>
        <message>
            <source>a folder; {path} is a file</source>
            <translation>een map; {path} is een bestand</translation>
        </message>
        <message>
            <source>a folder that may be written to; {path} may not</source>
            <translation>een map waarin geschreven mag worden; in {path} mag dat niet</translation>
        </message>
        <message>
            <source>Only some features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Alleen enkele objecten van de laag {layer} zijn gebruikt, die geen opdracht kan kiezen: sla ze eerst als bestand op.</translation>
        </message>
        <message>
            <source>The address of the layer {layer} holds a login or a key.</source>
            <translation>Het adres van de laag {layer} bevat een aanmelding of sleutel.</translation>
        </message>
        <message>
            <source>The layer {layer} is a temporary one, which no command can open: save it as a file first.</source>
            <translation>De laag {layer} is tijdelijk, geen opdracht kan haar openen: sla haar eerst als bestand op.</translation>
        </message>
        <message>
            <source>Only selected features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Alleen geselecteerde objecten van de laag {layer} zijn gebruikt, die geen opdracht kan kiezen: sla ze eerst als bestand op.</translation>
        </message>
        <message>
            <source>Repeat this with qgis_process:</source>
            <translation>Herhalen met qgis_process:</translation>
        </message>
        <message>
            <source>At Windows' prompt:</source>
            <translation>In de opdrachtprompt van Windows:</translation>
        </message>
        <message>
            <source>With Python:</source>
            <translation>Met Python:</translation>
        </message>
        <message>
            <source>By the service's own addresses:</source>
            <translation>Via de eigen adressen van de dienst:</translation>
        </message>
        <message>
            <source>a table with a column {times} and means such as {mean}, as 'Time series of all parcels' makes it</source>
            <translation>een tabel met een kolom {times} en gemiddelden zoals {mean}, zoals ‘Tijdreeksen van alle percelen’ die maakt</translation>
        </message>
        <message numerus="yes">
            <source>{parcel}: {count} rows have no date that can be read and are not in the plot.</source>
            <translation>
                <numerusform>{parcel}: {count} rij heeft geen leesbare datum en staat niet in de grafiek.</numerusform>
                <numerusform>{parcel}: {count} rijen hebben geen leesbare datum en staan niet in de grafiek.</numerusform>
            </translation>
        </message>
        <message>
            <source>A fault of the plugin ended the run ({problem}); QGIS's log has the details.</source>
            <translation type="vanished">Een fout van de plug-in heeft de run beëindigd ({problem}); de details staan in het logboek van QGIS.</translation>
        </message>
        <message>
            <source>No browser opened {path}.</source>
            <translation type="vanished">Geen browser heeft {path} geopend.</translation>
        </message>
        <message>
            <source>The plot is in {path}.</source>
            <translation type="vanished">De grafiek staat in {path}.</translation>
        </message>
        <message>
            <source>Written to {file}.</source>
            <translation type="vanished">Naar {file} geschreven.</translation>
        </message>
        <message>
            <source>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</source>
            <translation type="vanished">Schrijft bij elk perceel van een controleregister waarop de antwoorden berusten: een bundel bestanden om door te geven.
Een bundel is een map of een zip met een blad (een HTML-pagina die geen ander bestand nodig heeft), alle rijen van het controleregister als record.json, de omtrek, de bekeken beelden met en zonder omtrek, en SHA256SUMS, dat 'sha256sum -c' controleert. Desgewenst ook de pixels als GeoTIFF's en het blad als pdf.
De beelden worden opnieuw gemaakt, uit de cache waar die ze heeft, en vergeleken met hun hashes ten tijde van het antwoord. Wat afwijkt of niet meer te lezen is, wordt met de reden getoond en kost alleen zichzelf.
Geschreven worden alle percelen met antwoorden, of die van de laag (of haar selectie), of die van de opgegeven ids. De omtrekken van de laag vallen in waar het controleregister er geen heeft. Een indexpagina en een tabel noemen wat er in de map staat; andere bundels daarin blijven. Een afgebroken run laat alleen hele bundels achter. Het controleregister mag intussen elders open zijn.</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation type="vanished">Lijst</translation>
        </message>
        <message>
            <source>CbM Chips: record of answers</source>
            <translation type="vanished">CbM Chips: controleregister van de antwoorden</translation>
        </message>
        <message>
            <source>Reading pixels needs rasterio, or the GDAL that comes with QGIS.</source>
            <translation type="vanished">Om pixels te lezen is rasterio nodig, of de GDAL die met QGIS komt.</translation>
        </message>
        <message>
            <source>rasterio 1.3 or newer is needed to read this remote file</source>
            <translation type="vanished">om dit bestand op afstand te lezen is rasterio 1.3 of nieuwer nodig</translation>
        </message>
        <message>
            <source>Open a queue first: its parcels are what can be coloured.</source>
            <translation type="vanished">Open eerst een wachtrij: haar percelen kunnen worden gekleurd.</translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. Only acquisitions near some feature's date are read.</source>
            <translation type="vanished">Voor elk object met een eigen datum: de dichtstbijzijnde heldere Sentinel-2-opname ervoor en erna, het verschil in dagen en de statistiek van banden en indices, als tabel met twee rijen per object.
De dag zelf telt als ervoor. Waar geen heldere datum dichtbij genoeg ligt, zegt de rij dat, en een object zonder datum of geometrie heeft een rij met de reden. Alleen opnamen dicht bij de datum van een object worden gelezen.</translation>
        </message>
        <message>
            <source>Ticked: it may be asked and offered where another source fails or is behind.</source>
            <translation type="vanished">Aangevinkt: ze mag worden gevraagd en aangeboden waar een andere bron uitvalt of achterloopt.</translation>
        </message>
        <message>
            <source>a mean</source>
            <translation type="vanished">een gemiddelde</translation>
        </message>
        <message>
            <source>a clear date: {day} is cloudy</source>
            <translation type="vanished">een heldere datum: {day} is bewolkt</translation>
        </message>
        <message>
            <source>a clear date: {day} has no data</source>
            <translation type="vanished">een heldere datum: {day} heeft geen gegevens</translation>
        </message>
        <message>
            <source>a date that is read</source>
            <translation type="vanished">een datum die gelezen is</translation>
        </message>
        <message>
            <source>a date before the event that lies before the one after it; here they are {before} and {after}</source>
            <translation type="vanished">een datum vóór de gebeurtenis die voor de datum erna ligt; hier zijn dat {before} en {after}</translation>
        </message>
        <message>
            <source>a date of a place: choose one first</source>
            <translation type="vanished">een datum van een plaats: kies er eerst een</translation>
        </message>
        <message>
            <source>Neighbours are read from a STAC source with L2A products.</source>
            <translation type="vanished">Buren worden gelezen uit een STAC-bron met L2A-producten.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} pieces are in {table}.</source>
            <translation type="vanished">
                <numerusform>Geannuleerd: {done} van {count} deel staat in {table}.</numerusform>
                <numerusform>Geannuleerd: {done} van {count} delen staan in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} pieces, about {minutes} minutes left</source>
            <translation type="vanished">
                <numerusform>{done} van {count} deel, nog ongeveer {minutes} minuten</numerusform>
                <numerusform>{done} van {count} delen, nog ongeveer {minutes} minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so. Only acquisitions near some feature's date are read.</source>
            <translation type="vanished">Voor elk object met een eigen datum: de dichtstbijzijnde heldere Sentinel-2-opname ervoor en erna, het verschil in dagen en de statistiek van banden en indices, als tabel met twee rijen per object.
De dag zelf telt als ervoor. Waar geen heldere datum dichtbij genoeg ligt, zegt de rij dat. Alleen opnamen dicht bij de datum van een object worden gelezen.</translation>
        </message>
        <message numerus="yes">
            <source>{count} features have no date that can be read, and so no rows.</source>
            <translation type="vanished">
                <numerusform>{count} object heeft geen leesbare datum en daarom geen rijen.</numerusform>
                <numerusform>{count} objecten hebben geen leesbare datum en daarom geen rijen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below that of the dates before and after it, 0 where it does not, and empty where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation type="vanished">Statistiek van banden en indices voor elk perceel van een laag en elke Sentinel-2-opname van een periode, als tabel.
Elk bestand wordt één keer gelezen voor alle percelen erin. Een rij heeft het wolkenoordeel en de pixels van elke SCL-klasse, daarna van elke band en index (als reflectie) count, mean, std, min, max, p25, p50 en p75 van de heldere pixels: een pixel van 10 m is zo helder als de SCL-pixel waarin het midden ervan ligt. 'suspect' is 1 waar het gemiddelde van NDVI (anders van de eerste index) meer dan 0,2 onder dat van de datum ervoor en dat van de datum erna ligt, anders 0, en leeg waar een buur ontbreekt. Zulke rijen worden gemarkeerd, nooit weggelaten: een gemaaid grasland ziet eruit als een gemiste wolk.
Percelen die niet kunnen worden gelezen, en bestanden die ontbreken, kosten alleen hun eigen rijen, die zeggen waarom. Dezelfde run nog eens, of een met een latere laatste dag, leest alleen wat ontbreekt.</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation type="vanished">Keuze</translation>
        </message>
        <message>
            <source>Named choices of bad classes</source>
            <translation type="vanished">Benoemde keuzes van slechte klassen</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Without bad classes those of the plugin's settings are taken.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation type="vanished">Somt elke Sentinel-2-opname van een periode op met een wolkenoordeel over het perceel.
Alleen de scèneclassificatie (SCL) wordt gelezen. De pixels waarvan het midden in het perceel ligt (zonder percelen: alle van de chip) worden per klasse geteld. Een datum is helder (clear) als elke pixel gegevens heeft en het aandeel slechte klassen binnen de tolerantie ligt; de andere zijn partly (deels), cloudy (bewolkt: twee derde slecht of meer) en no_data (geen gegevens). Zonder opgave van slechte klassen gelden die van de instellingen.
Datums die niet konden worden beoordeeld, staan met de reden in de lijst. Hoeveel van het perceel in de chip ligt, en dus wordt beoordeeld, staat in parcel_in_chip_pct.</translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where an index dips by more than 0.2 on a single clear date.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation type="vanished">Statistiek van banden en indices voor elk perceel van een laag en elke Sentinel-2-opname van een periode, als tabel.
Elk bestand wordt één keer gelezen voor alle percelen erin. Een rij heeft het wolkenoordeel en de pixels van elke SCL-klasse, daarna van elke band en index (als reflectie) count, mean, std, min, max, p25, p50 en p75 van de heldere pixels: een pixel van 10 m is zo helder als de SCL-pixel waarin het midden ervan ligt. 'suspect' is 1 waar een index op één enkele heldere datum meer dan 0,2 inzakt.
Percelen die niet kunnen worden gelezen, en bestanden die ontbreken, kosten alleen hun eigen rijen, die zeggen waarom. Dezelfde run nog eens, of een met een latere laatste dag, leest alleen wat ontbreekt.</translation>
        </message>
        <message>
            <source>{parcels} parcels, {dates} dates, {tiles} tiles: {megabytes} MB to read at most</source>
            <translation type="vanished">{parcels} percelen, {dates} datums, {tiles} tegels: hoogstens {megabytes} MB te lezen</translation>
        </message>
        <message>
            <source>Order of the dates</source>
            <translation type="vanished">Volgorde van de datums</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation type="vanished">Passend</translation>
        </message>
        <message>
            <source>Pictures as large as all dates fit into the list</source>
            <translation type="vanished">Beelden zo groot dat alle datums in de lijst passen</translation>
        </message>
        <message>
            <source>CbM Chips: next parcel</source>
            <translation type="vanished">CbM Chips: volgend perceel</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {reason}</source>
            <translation type="vanished">Perceel {label} is niet bruikbaar: {reason}</translation>
        </message>
        <message>
            <source>only with LEVEL2A, which has SCL</source>
            <translation type="vanished">alleen met LEVEL2A, dat de SCL heeft</translation>
        </message>
        <message>
            <source>{source} is made-up pictures of {where}, for trying things out.</source>
            <translation type="vanished">{source}: gemaakte beelden om te proberen ({where}).</translation>
        </message>
        <message>
            <source>Making the built-in sample: {done} of {dates} dates</source>
            <translation type="vanished">Het ingebouwde voorbeeld wordt gemaakt: {done} van {dates} datums</translation>
        </message>
        <message>
            <source>Stopped: {done} of {dates} dates of the built-in sample are made, and are kept.</source>
            <translation type="vanished">Gestopt: {done} van {dates} datums van het ingebouwde voorbeeld zijn gemaakt en blijven.</translation>
        </message>
        <message>
            <source>This may read about {dates} dates and up to {megabytes} MB.</source>
            <translation type="vanished">Dit leest misschien ongeveer {dates} datums en tot {megabytes} MB.</translation>
        </message>
        <message>
            <source>{done} of {dates} dates</source>
            <translation type="vanished">{done} van {dates} datums</translation>
        </message>
        <message>
            <source>About {dates} dates, up to {megabytes} MB to read.</source>
            <translation type="vanished">Ongeveer {dates} datums, tot {megabytes} MB te lezen.</translation>
        </message>
        <message>
            <source>{0} % ({1} pixels)</source>
            <translation type="vanished">{0} % ({1} pixels)</translation>
        </message>
        <message>
            <source>Cancelled: {count} of {total} dates are in {table}.</source>
            <translation type="vanished">Geannuleerd: {count} van {total} datums staan in {table}.</translation>
        </message>
        <message>
            <source>Cancelled: {count} of {total} parcels are in {table}.</source>
            <translation type="vanished">Geannuleerd: {count} van {total} percelen staan in {table}.</translation>
        </message>
        <message>
            <source>{place} has only {count} of its {total} dates.</source>
            <translation type="vanished">{place} heeft maar {count} van de {total} datums.</translation>
        </message>
        <message>
            <source>{source} shows {where}: there is nothing of it where you clicked.</source>
            <translation type="vanished">{source} toont {where}: waar u klikte is daar niets van.</translation>
        </message>
        <message>
            <source>Remove everything from the cache? Your own files are not touched.</source>
            <translation type="vanished">Alles uit de cache verwijderen? Uw eigen bestanden blijven onaangeroerd.</translation>
        </message>
        <message>
            <source>Picture without georeference</source>
            <translation type="vanished">Beeld zonder georeferentie</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation type="vanished">geen georeferentie</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows.</source>
            <translation type="vanished">
                <numerusform>{count} rij.</numerusform>
                <numerusform>{count} rijen.</numerusform>
            </translation>
        </message>
        <message>
            <source>a run's manifest ({error})</source>
            <translation type="vanished">het manifest van een run ({error})</translation>
        </message>
        <message>
            <source>the places of a run ({error})</source>
            <translation type="vanished">de plekken van een run ({error})</translation>
        </message>
        <message>
            <source>the table of a run ({error})</source>
            <translation type="vanished">de tabel van een run ({error})</translation>
        </message>
        <message>
            <source>Click on the map, or pick a parcel: its dates appear here.</source>
            <translation type="vanished">Klik op de kaart of kies een perceel: de datums verschijnen hier.</translation>
        </message>
        <message>
            <source>Stopped: no page was written.</source>
            <translation type="vanished">Gestopt: er is geen pagina geschreven.</translation>
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, a CbM server (cbm+https://...), or 'sample'</source>
            <translation type="vanished">Bron: kenmerk van een aanbieder, adres of pad van een STAC-catalogus, een CbM-server (cbm+https://...), of 'sample'</translation>
        </message>
        <message>
            <source>CbM server: cbm+https://host/prefix</source>
            <translation type="vanished">CbM-server: cbm+https://host/prefix</translation>
        </message>
        <message>
            <source>On the map: {shown}, in place of {hidden}</source>
            <translation type="vanished">Op de kaart: {shown}, in plaats van {hidden}</translation>
        </message>
        <message>
            <source>On the map: {shown}</source>
            <translation type="vanished">Op de kaart: {shown}</translation>
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
            <translation type="vanished">Natuurlijke kleuren</translation>
        </message>
        <message>
            <source>No layer of this place is in the project.</source>
            <translation type="vanished">Van deze plek is geen laag in het project.</translation>
        </message>
        <message numerus="yes">
            <source>{count} layers are on the map.</source>
            <translation type="vanished">
                <numerusform>{count} laag staat op de kaart.</numerusform>
                <numerusform>{count} lagen staan op de kaart.</numerusform>
            </translation>
        </message>
        <message>
            <source>Former of the selected parcels</source>
            <translation type="vanished">Vorige van de geselecteerde percelen</translation>
        </message>
        <message>
            <source>Next of the selected parcels</source>
            <translation type="vanished">Volgende van de geselecteerde percelen</translation>
        </message>
        <message>
            <source>Save picture...</source>
            <translation type="vanished">Beeld opslaan...</translation>
        </message>
        <message>
            <source>{amount} MB</source>
            <translation type="vanished">{amount} MB</translation>
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation type="vanished">Aanmeldingen bewaart QGIS versleuteld; hier wordt alleen het kenmerk van de configuratie genoteerd. S3-sleutels zijn een configuratie van de soort AWS S3, of Basic met de realm S3.</translation>
        </message>
        <message>
            <source>{0} is missing</source>
            <translation type="vanished">{0} ontbreekt</translation>
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, or 'sample'</source>
            <translation type="vanished">Bron: kenmerk van een aanbieder, adres of pad van een STAC-catalogus, of 'sample'</translation>
        </message>
        <message>
            <source>in {seconds} s</source>
            <translation type="vanished">in {seconds} s</translation>
        </message>
        <message>
            <source>Read clear dates only</source>
            <translation type="vanished">Alleen heldere datums lezen</translation>
        </message>
        <message>
            <source>One picture per date, the clearest</source>
            <translation type="vanished">Eén beeld per datum, het helderste</translation>
        </message>
        <message>
            <source>at most</source>
            <translation type="vanished">ten hoogste</translation>
        </message>
        <message>
            <source>% cloud</source>
            <translation type="vanished">% wolken</translation>
        </message>
        <message>
            <source>{source} has no date here in {days} with at most {share} % cloud in the scene.</source>
            <translation type="vanished">{source} heeft hier in {days} geen datum met ten hoogste {share} % wolken in de scène.</translation>
        </message>
        <message>
            <source>{source} has no date here in {days}.</source>
            <translation type="vanished">{source} heeft hier in {days} geen datum.</translation>
        </message>
        <message>
            <source>Bad pixels a clear date may have</source>
            <translation type="vanished">Slechte pixels die een heldere datum mag hebben</translation>
        </message>
        <message>
            <source>{area:.2f} ha</source>
            <translation type="vanished">{area:.2f} ha</translation>
        </message>
        <message>
            <source>One of {first} and {second} is needed, and not both.</source>
            <translation type="vanished">Eén van {first} en {second} is nodig, en niet beide.</translation>
        </message>
        <message>
            <source>Stopped: the sheet is not saved.</source>
            <translation type="vanished">Gestopt: het blad is niet opgeslagen.</translation>
        </message>
        <message>
            <source>This project was last looked at in {place}. Reading it needs the source's login.</source>
            <translation type="vanished">In dit project is het laatst naar {place} gekeken. Om het te lezen is de aanmelding van de bron nodig.</translation>
        </message>
        <message>
            <source>{value} is not possible; allowed: {allowed}</source>
            <translation type="vanished">{value} is niet mogelijk; toegestaan: {allowed}</translation>
        </message>
        <message>
            <source>Open a record and a layer of parcels first: these are what can be coloured.</source>
            <translation type="vanished">Open eerst een controleregister en een laag met percelen: die kunnen worden gekleurd.</translation>
        </message>
    </context>
</TS>
