<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>CbmChips</name>
        <message>
            <source>A fault of the plugin ({kind}); the log has the details.</source>
            <translation>Ein Fehler der Erweiterung ({kind}); Einzelheiten stehen im Protokoll.</translation>
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
        <message>
            <source>It works: {count} dates found, a picture read. ({seconds} s)</source>
            <translation>Es geht: {count} Termine gefunden, ein Bild gelesen. ({seconds} s)</translation>
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
            <source>Refused: {reason}. Choose another login for this source.</source>
            <translation>Abgewiesen: {reason}. Wählen Sie eine andere Anmeldung für diese Quelle.</translation>
        </message>
        <message>
            <source>It does not work: {reason}.</source>
            <translation>Es geht nicht: {reason}.</translation>
        </message>
        <message>
            <source>These Python packages are missing: {names}.</source>
            <translation>Diese Python-Pakete fehlen: {names}.</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run: {command}</source>
            <translation>Um sie nur für dieses QGIS-Profil zu holen, führen Sie aus: {command}</translation>
        </message>
        <message>
            <source>Install with QGIS's own installer or the system's packages: {names}</source>
            <translation>Mit dem Installationsprogramm von QGIS oder den Paketen des Systems zu installieren: {names}</translation>
        </message>
        <message>
            <source>{hectares} ha</source>
            <translation>{hectares} ha</translation>
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
        <message>
            <source>Making the built-in sample: {done} of {dates} dates</source>
            <translation>Das eingebaute Beispiel wird erstellt: {done} von {dates} Terminen</translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>Die Tabelle ließ sich nicht nach {path} schreiben: {reason}</translation>
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
            <source>no data</source>
            <translation>keine Daten</translation>
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
            <source>Earth Search</source>
            <translation>Earth Search</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone.</source>
            <translation>GeoTIFF, allen zugänglich.</translation>
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
            <source>The picture could not be written to {0}.</source>
            <translation>Das Bild ließ sich nicht nach {0} schreiben.</translation>
        </message>
        <message>
            <source>Picture without georeference</source>
            <translation>Bild ohne Georeferenz</translation>
        </message>
        <message>
            <source>no georeference</source>
            <translation>ohne Georeferenz</translation>
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
            <source>Saved: {path}</source>
            <translation>Gespeichert: {path}</translation>
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
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>Area of the server's parcels; empty: layers of the map</source>
            <translation>Gebiet der Parzellen des Servers; leer: Layer der Karte</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Year of the server's parcels</source>
            <translation>Jahr der Parzellen des Servers</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
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
            <source>Parcel id</source>
            <translation>Parzellenkennung</translation>
        </message>
        <message>
            <source>Time series of {parcel}</source>
            <translation>Zeitreihe von {parcel}</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Als CSV speichern…</translation>
        </message>
        <message>
            <source>The server has no such series of this parcel.</source>
            <translation>Der Server hat von dieser Parzelle keine solche Reihe.</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows.</source>
            <translation>
                <numerusform>{count} Zeile.</numerusform>
                <numerusform>{count} Zeilen.</numerusform>
            </translation>
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
            <source>Time series</source>
            <translation>Zeitreihe</translation>
        </message>
        <message>
            <source>CbM Chips</source>
            <translation>CbM Chips</translation>
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
            <source>Click on the map, or pick a parcel: its dates appear here.</source>
            <translation>Klicken Sie auf die Karte oder wählen Sie eine Parzelle: die Termine erscheinen hier.</translation>
        </message>
        <message>
            <source>Pick a place</source>
            <translation>Einen Ort wählen</translation>
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
            <source>Stopped before the search was back.</source>
            <translation>Abgebrochen, bevor die Suche zurück war.</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <source>A fault of the plugin ended the run ({problem}); QGIS's log has the details.</source>
            <translation>Ein Fehler der Erweiterung hat den Lauf beendet ({problem}); Einzelheiten stehen im Protokoll von QGIS.</translation>
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
            <source>Pick another place</source>
            <translation>Einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>The form above says what has to be put right first.</source>
            <translation>Das Formular oben sagt, was zuerst zu berichtigen ist.</translation>
        </message>
        <message>
            <source>This may read about {dates} dates and up to {megabytes} MB.</source>
            <translation>Das liest vielleicht etwa {dates} Termine und bis zu {megabytes} MB.</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <source>Copy these words</source>
            <translation>Diesen Text kopieren</translation>
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
            <source>Save as HTML sheet …</source>
            <translation>Als HTML-Blatt speichern …</translation>
        </message>
        <message>
            <source>There are no dates to save yet.</source>
            <translation>Noch gibt es keine Termine zu speichern.</translation>
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
            <source>No browser opened {path}.</source>
            <translation>Kein Browser hat {path} geöffnet.</translation>
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
            <source>Open</source>
            <translation>Öffnen</translation>
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
            <source>{action} ({key})</source>
            <translation>{action} ({key})</translation>
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
            <source>Writing layers …</source>
            <translation>Layer werden geschrieben …</translation>
        </message>
        <message>
            <source>Load two dates as layers first: then this key swaps them on the map.</source>
            <translation>Laden Sie erst zwei Termine als Layer: dann tauscht diese Taste sie auf der Karte.</translation>
        </message>
        <message>
            <source>On the map: {shown}, in place of {hidden}</source>
            <translation>Auf der Karte: {shown}, statt {hidden}</translation>
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
            <source>On the map: {shown}</source>
            <translation>Auf der Karte: {shown}</translation>
        </message>
        <message>
            <source>None of these dates has a picture to load.</source>
            <translation>Keiner dieser Termine hat ein Bild, das sich laden ließe.</translation>
        </message>
        <message>
            <source>CbM Chips: layers of {place}</source>
            <translation>CbM Chips: Layer von {place}</translation>
        </message>
        <message>
            <source>{count} of {all} could not be loaded: bands are missing that were not read.</source>
            <translation>{count} von {all} ließen sich nicht laden: es fehlen Kanäle, die nicht gelesen wurden.</translation>
        </message>
        <message>
            <source>Written, but QGIS can't open: {names}</source>
            <translation>Geschrieben, aber QGIS kann sie nicht öffnen: {names}</translation>
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
            <source>Show the current date on the map</source>
            <translation>Den aktuellen Termin auf der Karte zeigen</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>Layer</translation>
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
            <source>Asking {source} for the parcel …</source>
            <translation>{source} wird nach der Parzelle gefragt …</translation>
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
            <source>Go on</source>
            <translation>Fortfahren</translation>
        </message>
        <message>
            <source>Read the dates that were not read</source>
            <translation>Die Termine lesen, die nicht gelesen wurden</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stop reading; what is here stays (Esc)</source>
            <translation>Lesen beenden; was da ist, bleibt (Esc)</translation>
        </message>
        <message>
            <source>Retry {count}</source>
            <translation>{count} erneut versuchen</translation>
        </message>
        <message>
            <source>{done} of {dates} dates</source>
            <translation>{done} von {dates} Terminen</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates</source>
            <translation>
                <numerusform>{count} Termin</numerusform>
                <numerusform>{count} Termine</numerusform>
            </translation>
        </message>
        <message>
            <source>{dates} in {seconds} s</source>
            <translation>{dates} in {seconds} s</translation>
        </message>
        <message>
            <source>{count} clear</source>
            <translation>{count} klar</translation>
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
            <source>Show or hide the fields</source>
            <translation>Die Felder zeigen oder verbergen</translation>
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
            <source>Stretch</source>
            <translation>Streckung</translation>
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
            <source>Clear dates only</source>
            <translation>Nur klare Termine</translation>
        </message>
        <message>
            <source>One per date</source>
            <translation>Eines je Tag</translation>
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
            <source>Dates</source>
            <translation>Termine</translation>
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
            <source>About {dates} dates, up to {megabytes} MB to read.</source>
            <translation>Etwa {dates} Termine, bis zu {megabytes} MB zu lesen.</translation>
        </message>
        <message>
            <source>Source of the images</source>
            <translation>Quelle der Bilder</translation>
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
            <source>No layer on the map has polygons: add one with your parcels.</source>
            <translation>Kein Layer der Karte hat Polygone: fügen Sie einen mit Ihren Parzellen hinzu.</translation>
        </message>
        <message>
            <source>Looking for the parcel in “{layer}” …</source>
            <translation>Die Parzelle wird in „{layer}“ gesucht …</translation>
        </message>
        <message>
            <source>CbM Chips: next parcel</source>
            <translation>CbM Chips: nächste Parzelle</translation>
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
            <source>a parcel that is still in its layer</source>
            <translation>eine Parzelle, die noch in ihrem Layer ist</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {reason}</source>
            <translation>Parzelle {label} ist nicht zu gebrauchen: {reason}</translation>
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
            <source>No parcel is selected: select some in a polygon layer.</source>
            <translation>Keine Parzelle ist ausgewählt: wählen Sie welche in einem Polygonlayer aus.</translation>
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
            <source>Remove everything from the cache? Your own files are not touched.</source>
            <translation>Alles aus dem Zwischenspeicher entfernen? Ihre eigenen Dateien bleiben unberührt.</translation>
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
            <source>Folder</source>
            <translation>Ordner</translation>
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
            <source>Choice</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <source>Pixels without data never count as clear.</source>
            <translation>Pixel ohne Daten zählen nie als klar.</translation>
        </message>
        <message>
            <source>Default: shadow, clouds, cirrus</source>
            <translation>Vorgabe: Schatten, Wolken, Zirrus</translation>
        </message>
        <message>
            <source>Strict: only vegetation, soil and water</source>
            <translation>Streng: nur Vegetation, Boden, Wasser</translation>
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
            <source>Named choices of bad classes</source>
            <translation>Benannte Zusammenstellungen schlechter Klassen</translation>
        </message>
        <message>
            <source>Own choice</source>
            <translation>Eigene Auswahl</translation>
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
            <source>Restore defaults</source>
            <translation>Vorgaben wiederherstellen</translation>
        </message>
        <message>
            <source>Folders, cache, clouds and reading; the sources stay.</source>
            <translation>Ordner, Zwischenspeicher, Wolken und Lesen; die Quellen bleiben.</translation>
        </message>
        <message>
            <source>Looking for Python packages…</source>
            <translation>Python-Pakete werden gesucht…</translation>
        </message>
        <message>
            <source>Python packages</source>
            <translation>Python-Pakete</translation>
        </message>
        <message>
            <source>All packages are there.</source>
            <translation>Alle Pakete sind da.</translation>
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
            <source>Tolerance</source>
            <translation>Toleranz</translation>
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
            <source> %</source>
            <translation> %</translation>
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
            <source>Source</source>
            <translation>Quelle</translation>
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
            <source>Login</source>
            <translation>Anmeldung</translation>
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
            <source>Remove</source>
            <translation>Entfernen</translation>
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
            <source>Scene classification</source>
            <translation>Szenenklassifikation</translation>
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
            <source>Which dates are shown</source>
            <translation>Welche Termine gezeigt werden</translation>
        </message>
        <message>
            <source>Order of the dates</source>
            <translation>Reihenfolge der Termine</translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation>{0} ({1})</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Klar</translation>
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
            <source>Size of the pictures</source>
            <translation>Größe der Bilder</translation>
        </message>
        <message>
            <source>Size of the pictures (Ctrl + mouse wheel)</source>
            <translation>Größe der Bilder (Strg + Mausrad)</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Lesen</translation>
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
            <source>Dates of {0}, {1} m</source>
            <translation>Termine von {0}, {1} m</translation>
        </message>
        <message>
            <source>No date passes this filter.</source>
            <translation>Kein Termin passt durch diesen Filter.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>&lt; {0} %</source>
            <translation>&lt; {0} %</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>klar</translation>
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
            <source>duplicate</source>
            <translation>doppelt</translation>
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
            <source>date unknown</source>
            <translation>Datum unbekannt</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
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
            <source>Scene</source>
            <translation>Szene</translation>
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
        <message>
            <source>{0} % ({1} pixels)</source>
            <translation>{0} % ({1} Pixel)</translation>
        </message>
        <message>
            <source>class {0}</source>
            <translation>Klasse {0}</translation>
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation>Wählen: {name}</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
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
            <source>Sentinel-2 image chips of a place, date by date</source>
            <translation>Sentinel-2-Bildchips eines Ortes, Termin für Termin</translation>
        </message>
        <message>
            <source>Image chips</source>
            <translation>Bildchips</translation>
        </message>
        <message>
            <source>There is no cache: everything is read anew.</source>
            <translation>Es gibt keinen Zwischenspeicher: alles wird neu gelesen.</translation>
        </message>
        <message>
            <source>The field {field} holds real numbers above 9 007 199 254 740 992: of these ids the layer may have lost digits. A field of text keeps them.</source>
            <translation>Das Feld {field} enthält Dezimalzahlen über 9 007 199 254 740 992: Von diesen Kennungen kann der Layer Ziffern verloren haben. Ein Textfeld behält sie.</translation>
        </message>
        <message>
            <source>Make an HTML sheet of chips</source>
            <translation>HTML-Blatt von Chips erstellen</translation>
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
            <source>Stopped: no page was written.</source>
            <translation>Abgebrochen: es wurde keine Seite geschrieben.</translation>
        </message>
        <message>
            <source>List dates with cloud flags</source>
            <translation>Termine mit Wolkenurteil auflisten</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Without bad classes those of the plugin's settings are taken.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation>Listet jede Sentinel-2-Aufnahme eines Zeitraums mit einem Wolkenurteil auf, das über der Parzelle gefällt wird.
Nur die Szenenklassifikation (SCL) wird gelesen. Die Pixel, deren Mitte in der Parzelle liegt (ohne Parzellen: alle des Chips), werden nach Klassen gezählt. Ein Termin ist klar (clear), wenn jedes Pixel Daten hat und der Anteil schlechter Klassen in der Toleranz liegt; die anderen sind partly (teilweise), cloudy (bewölkt: zwei Drittel schlecht oder mehr) und no_data (keine Daten). Ohne Angabe schlechter Klassen gelten die der Einstellungen.
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
            <source>Bands, separated by commas</source>
            <translation>Kanäle, durch Kommas getrennt</translation>
        </message>
        <message>
            <source>{place}: {count} dates</source>
            <translation>{place}: {count} Termine</translation>
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
            <source>Dates written</source>
            <translation>Geschriebene Termine</translation>
        </message>
        <message>
            <source>{count} files are too many to load as layers; they are in the folder.</source>
            <translation>{count} Dateien sind zu viele, um sie als Layer zu laden; sie liegen im Ordner.</translation>
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
            <source>Only dates that are clear</source>
            <translation>Nur klare Termine</translation>
        </message>
        <message>
            <source>Only the clearest of each day</source>
            <translation>Nur das klarste Bild jedes Tages</translation>
        </message>
        <message>
            <source>Place, as the centre of the chip</source>
            <translation>Ort, als Mitte des Chips</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>Parzellen</translation>
        </message>
        <message>
            <source>Field with the parcels' names</source>
            <translation>Feld mit den Namen der Parzellen</translation>
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, a CbM server (cbm+https://...), or 'sample'</source>
            <translation>Quelle: Kennung eines Anbieters, Adresse oder Pfad eines STAC-Katalogs, ein CbM-Server (cbm+https://...), oder 'sample'</translation>
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
            <source>Parcels found</source>
            <translation>Gefundene Parzellen</translation>
        </message>
        <message>
            <source>There is no parcel.</source>
            <translation>Es gibt keine Parzelle.</translation>
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
            <source>none, as the layer has no fields</source>
            <translation>keines, da der Layer keine Felder hat</translation>
        </message>
        <message>
            <source>one of the layer's fields: {fields}</source>
            <translation>eines der Felder des Layers: {fields}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>CbM server: cbm+https://host/prefix</source>
            <translation>CbM-Server: cbm+https://host/prefix</translation>
        </message>
        <message>
            <source>Area: its code on the server</source>
            <translation>Gebiet: sein Code auf dem Server</translation>
        </message>
        <message>
            <source>Year of the parcels</source>
            <translation>Jahr der Parzellen</translation>
        </message>
        <message>
            <source>Type of the parcels</source>
            <translation>Typ der Parzellen</translation>
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
            <source>Rows</source>
            <translation>Zeilen</translation>
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
    </context>
</TS>
