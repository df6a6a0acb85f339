<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>CbmChips</name>
        <message>
            <source>Test of {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer: {reason}. Check the address, the network and QGIS's proxy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It works: {count} dates found, a picture read. ({seconds} s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The search works, but no picture could be read: {reason}. This source may need a login for its pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It answers, but has nothing for the test ({place}, {start} to {end}): all right for a catalogue of another region or period. ({seconds} s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refused: {reason}. Choose another login for this source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not work: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These Python packages are missing: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To get them for this QGIS profile only, run: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install with QGIS's own installer or the system's packages: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A fault of the plugin ({kind}); the log has the details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not read: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name of 1 to {most} characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The address of a STAC API or catalogue, or the path of a catalogue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address that begins with https:// or http://, or a full path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address without login, '?' and '#': keys and passwords belong into an authentication configuration.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>False colour (near infrared)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vegetation in red, bare soil in grey-green, water dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Natural colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what the eye would see; haze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vegetation and moisture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>crops against bare soil; mowing and ploughing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agriculture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>growing crops in bright green, bare soil in magenta</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Short-wave infrared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moisture of soil and plants, burnt ground, snow against cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red edge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chlorophyll: crop type, vigour and ripening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normalised difference vegetation index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normalised difference water index (open water)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normalised difference moisture index (water in leaves)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normalised difference red edge index (chlorophyll)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bare soil index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normalised burn ratio</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enhanced vegetation index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saturated or defective</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dark area or topographic shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cloud shadow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vegetation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not vegetated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unclassified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cloud (medium probability)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cloud (high probability)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thin cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>snow or ice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earth Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoTIFF, open to everyone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planetary Computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoTIFF, open to everyone through short-lived signatures, made as needed. Older dates were processed by another baseline than newer ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copernicus Data Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) made in one's account there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Built-in sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small made archive on this computer, to try things out without a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the cache…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures are then read again from their source when needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove everything from the cache? Your own files are not touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clearing the cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking into the cache…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the folder can't be used, or diskcache is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No cache: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The environment variable CBM_CHIPS_CACHE sets the folder: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CbM Chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most megabytes the cache may take</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} entries</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>In use: {entries}, {size} MB of {limit} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pixels without data never count as clear.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Default: shadow, clouds, cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strict: only vegetation, soil and water</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tolerate thin cirrus</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Default and snow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Named choices of bad classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read clear dates only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One picture per date, the clearest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scene</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None: show the bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processing level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most clouds in the whole scene, per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>% cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About {dates} dates, up to {megabytes} MB to read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual periods</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days as given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last 3 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Season of {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Composite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Three bands of your own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Red</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Green</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One for all dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each date its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fixed values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of the stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high for red, green and blue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edge of the chip in metres</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pixels} × {pixels} px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pixels of 10 m; bands of 20 m have half as many each way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of these dates has a picture to load.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CbM Chips: layers of {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {all} could not be loaded: bands are missing that were not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written, but QGIS can't open: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick a place on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick a parcel on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous parcel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next parcel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All selected parcels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{action}; Esc gives the former tool back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CbM Chips: preparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no place on earth where you clicked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No layer on the map has polygons: add one with your parcels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no parcel where you clicked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{layer}” has no further parcel in this direction.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No parcel is selected: select some in a polygon layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{layer}” has no coordinate system: set the layer's CRS first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parcel {label} can't be used: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project has no coordinate system (CRS): choose one in its properties.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for chips loaded as layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beside the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore defaults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders, cache, clouds and reading; the sources stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for Python packages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Python packages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All packages are there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pixel of a ticked class of the scene classification is bad.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bad pixels a clear date may have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files read at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bad pixels a clear date may have, per cent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fewer are kinder to slow lines and small servers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address or path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Login</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Built-in sources stay; of theirs only the login can be changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}: the login can't be opened. Was QGIS's master password given?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}: asking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources with name, address and login</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source of the images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{metres} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>≤ {share} % cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clear only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one per date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which dates are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order of the dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cloudy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oldest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clearest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the pictures (Ctrl + mouse wheel)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load {0} dates as layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load as layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry {0} dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save picture...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy scene id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture could not be written to {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates of {0}, {1} m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No date passes this filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&lt; {0} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>partly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cloudy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not judged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unusable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cloud in the parcel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cloud in the chip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Satellite, tile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orbit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Judged by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1} bands from the cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>size unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} % ({1} pixels)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>class {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no cache: everything is read anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List dates with cloud flags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Without bad classes those of the plugin's settings are taken.
Dates that could not be judged are listed with the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SCL classes that spoil a pixel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cloud flags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates judged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates and parcels that failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extract colour composite chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Makes a small colour picture of a place from every Sentinel-2 acquisition of a period.
The three bands are shown as red, green and blue; the first sets the resolution. The look-up table is two percentiles of the valid pixels (5_95) or six absolute values of reflectance x 10 000, low and high for each of the three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of all dates of a place together, so that dates compare. No data is transparent.
Files, manifest and table are laid out as by 'Extract raw chips'.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bands for red, green and blue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look-up table: two percentiles or six values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Percentiles of each chip or series</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}: {count} dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for the chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manifest (JSON)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} files are too many to load as layers; they are in the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place, as the centre of the chip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parcels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field with the parcels' names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: a provider's id, the address or path of a STAC catalogue, or 'sample'</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only dates that are clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the clearest of each day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extract raw chips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.
Give a point, or a layer of parcels: then every parcel becomes a series of its own and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF with the numbers of the original file (no resampling; 0 is no data) in a folder per place. manifest.json lists the files by date, chips.csv says of every date how cloudy it is and, if it has no chip, why.
The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bands, separated by commas</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
