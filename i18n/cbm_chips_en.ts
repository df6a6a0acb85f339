<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>CbmChips</name>
        <message>
            <source>CbM Chips: evidence</source>
            <translation>CbM Chips: evidence</translation>
        </message>
        <message>
            <source>Newest answers</source>
            <translation>Newest answers</translation>
        </message>
        <message>
            <source>a record of inspections</source>
            <translation>a record of inspections</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>No answer yet</translation>
        </message>
        <message>
            <source>{folder} can't be written to: {error}</source>
            <translation>{folder} can't be written to: {error}</translation>
        </message>
        <message>
            <source>date unknown</source>
            <translation>date unknown</translation>
        </message>
        <message>
            <source>{second} minus {first} {index}</source>
            <translation>{second} minus {first} {index}</translation>
        </message>
        <message>
            <source>{place}: footprints</source>
            <translation>{place}: footprints</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>clear</translation>
        </message>
        <message>
            <source>doubtful</source>
            <translation>doubtful</translation>
        </message>
        <message>
            <source>partly</source>
            <translation>partly</translation>
        </message>
        <message>
            <source>cloudy</source>
            <translation>cloudy</translation>
        </message>
        <message>
            <source>not judged</source>
            <translation>not judged</translation>
        </message>
        <message>
            <source>Sample parcels</source>
            <translation>Sample parcels</translation>
        </message>
        <message>
            <source>the id of an authentication configuration that QGIS can open</source>
            <translation>the id of an authentication configuration that QGIS can open</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>{folder} has no file {file} that can be read: {error}</source>
            <translation>{folder} has no file {file} that can be read: {error}</translation>
        </message>
        <message>
            <source>{host} does not have the file {file}</source>
            <translation>{host} does not have the file {file}</translation>
        </message>
        <message>
            <source>{address} is not opened: it is not on the web</source>
            <translation>{address} is not opened: it is not on the web</translation>
        </message>
        <message>
            <source>{host} answered {status}: {said}</source>
            <translation>{host} answered {status}: {said}</translation>
        </message>
        <message>
            <source>{host} did not answer in time</source>
            <translation>{host} did not answer in time</translation>
        </message>
        <message>
            <source>{host} can't be reached ({kind})</source>
            <translation>{host} can't be reached ({kind})</translation>
        </message>
        <message>
            <source>an address without login and query</source>
            <translation>an address without login and query</translation>
        </message>
        <message>
            <source>an address that begins with https://</source>
            <translation>an address that begins with https://</translation>
        </message>
        <message>
            <source>{file} from {origin} is not the file that was expected (its SHA-256 differs): it was not installed</source>
            <translation>{file} from {origin} is not the file that was expected (its SHA-256 differs): it was not installed</translation>
        </message>
        <message>
            <source>a layer or map with a known CRS</source>
            <translation>a layer or map with a known CRS</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>an empty geometry</source>
            <translation>an empty geometry</translation>
        </message>
        <message>
            <source>polygons</source>
            <translation>polygons</translation>
        </message>
        <message>
            <source>a polygon</source>
            <translation>a polygon</translation>
        </message>
        <message>
            <source>their CRS</source>
            <translation>their CRS</translation>
        </message>
        <message>
            <source>coordinates that are valid in {crs} ({error})</source>
            <translation>coordinates that are valid in {crs} ({error})</translation>
        </message>
        <message>
            <source>{hectares} ha</source>
            <translation>{hectares} ha</translation>
        </message>
        <message>
            <source>polygons with an area</source>
            <translation>polygons with an area</translation>
        </message>
        <message>
            <source>a file that this QGIS can open: its GDAL does not read Parquet. Install the Python package pyarrow for QGIS's Python, or save the file as GeoPackage elsewhere</source>
            <translation>a file that this QGIS can open: its GDAL does not read Parquet. Install the Python package pyarrow for QGIS's Python, or save the file as GeoPackage elsewhere</translation>
        </message>
        <message>
            <source>a CSV file, a shapefile or a GeoPackage</source>
            <translation>a CSV file, a shapefile or a GeoPackage</translation>
        </message>
        <message>
            <source>at most {most} of a layer of this kind; any number of a GeoPackage</source>
            <translation>at most {most} of a layer of this kind; any number of a GeoPackage</translation>
        </message>
        <message>
            <source>{path}: it has no columns</source>
            <translation>{path}: it has no columns</translation>
        </message>
        <message>
            <source>{path}: no table that QGIS can read</source>
            <translation>{path}: no table that QGIS can read</translation>
        </message>
        <message>
            <source>{name} is no kind of file for a plot: {known}</source>
            <translation>{name} is no kind of file for a plot: {known}</translation>
        </message>
        <message>
            <source>SVG needs Qt's module QtSvg, which this Python has not: save PNG instead</source>
            <translation>SVG needs Qt's module QtSvg, which this Python has not: save PNG instead</translation>
        </message>
        <message>
            <source>reflectance</source>
            <translation>reflectance</translation>
        </message>
        <message>
            <source>suspect dip</source>
            <translation>suspect dip</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>no value</translation>
        </message>
        <message>
            <source>smoothed, observed</source>
            <translation>smoothed, observed</translation>
        </message>
        <message>
            <source>smoothed, interpolated</source>
            <translation>smoothed, interpolated</translation>
        </message>
        <message>
            <source>smoothed, extrapolated</source>
            <translation>smoothed, extrapolated</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11, separated by commas</source>
            <translation>SCL codes 1 to 11, separated by commas</translation>
        </message>
        <message>
            <source>These Python packages are missing: {names}.</source>
            <translation>These Python packages are missing: {names}.</translation>
        </message>
        <message>
            <source>For “{source}” these Python packages are missing: {names}.</source>
            <translation>For “{source}” these Python packages are missing: {names}.</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run: {command}</source>
            <translation>To get them for this QGIS profile only, run: {command}</translation>
        </message>
        <message>
            <source>To get them for this QGIS profile only, run in the OSGeo4W Shell: {command}</source>
            <translation>To get them for this QGIS profile only, run in the OSGeo4W Shell: {command}</translation>
        </message>
        <message>
            <source>{names} (in Debian, Ubuntu and OSGeo4W: {packages})</source>
            <translation>{names} (in Debian, Ubuntu and OSGeo4W: {packages})</translation>
        </message>
        <message>
            <source>Install with QGIS's own installer or the system's packages: {names}</source>
            <translation>Install with QGIS's own installer or the system's packages: {names}</translation>
        </message>
        <message>
            <source>A name of 1 to {most} characters.</source>
            <translation>A name of 1 to {most} characters.</translation>
        </message>
        <message>
            <source>The address of a STAC API or catalogue, or the path of a catalogue.</source>
            <translation>The address of a STAC API or catalogue, or the path of a catalogue.</translation>
        </message>
        <message>
            <source>An address that begins with https:// or http://, or a full path.</source>
            <translation>An address that begins with https:// or http://, or a full path.</translation>
        </message>
        <message>
            <source>An address without login, '?' and '#': keys and passwords belong into an authentication configuration.</source>
            <translation>An address without login, '?' and '#': keys and passwords belong into an authentication configuration.</translation>
        </message>
        <message>
            <source>an address without login and key: choose the login under AUTH (Login)</source>
            <translation>an address without login and key: choose the login under AUTH (Login)</translation>
        </message>
        <message numerus="yes">
            <source>Making the built-in sample: {done} of {count} dates</source>
            <translation>
                <numerusform>Making the built-in sample: {done} of {count} date</numerusform>
                <numerusform>Making the built-in sample: {done} of {count} dates</numerusform>
            </translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>The table could not be written to {path}: {reason}</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Cancelled.</translation>
        </message>
        <message>
            <source>A fault of the plugin ({kind}); the log has the details.</source>
            <translation>A fault of the plugin ({kind}); the log has the details.</translation>
        </message>
        <message>
            <source>the address of a CbM server, {prefix}https://...</source>
            <translation>the address of a CbM server, {prefix}https://...</translation>
        </message>
        <message>
            <source>Asking {source}</source>
            <translation>Asking {source}</translation>
        </message>
        <message>
            <source>Test of {title}</source>
            <translation>Test of {title}</translation>
        </message>
        <message>
            <source>The login is right, but has no right here: {reason}.</source>
            <translation>The login is right, but has no right here: {reason}.</translation>
        </message>
        <message>
            <source>It answers, but offers this login no parcels; chips may work. ({seconds} s)</source>
            <translation>It answers, but offers this login no parcels; chips may work. ({seconds} s)</translation>
        </message>
        <message>
            <source>It works: parcels of {areas}. ({seconds} s)</source>
            <translation>It works: parcels of {areas}. ({seconds} s)</translation>
        </message>
        <message>
            <source>It asks for a login: make an authentication configuration of the kind Basic and choose it for this source.</source>
            <translation>It asks for a login: make an authentication configuration of the kind Basic and choose it for this source.</translation>
        </message>
        <message>
            <source>Login wrong: {reason}. Choose another login for this source.</source>
            <translation>Login wrong: {reason}. Choose another login for this source.</translation>
        </message>
        <message>
            <source>No answer: {reason}. Check the address, the network and QGIS's proxy.</source>
            <translation>No answer: {reason}. Check the address, the network and QGIS's proxy.</translation>
        </message>
        <message numerus="yes">
            <source>It works: {count} dates found, a picture read. ({seconds} s)</source>
            <translation>
                <numerusform>It works: {count} date found, a picture read. ({seconds} s)</numerusform>
                <numerusform>It works: {count} dates found, a picture read. ({seconds} s)</numerusform>
            </translation>
        </message>
        <message>
            <source>The search works, but no picture could be read: {reason}. This source may need a login for its pictures.</source>
            <translation>The search works, but no picture could be read: {reason}. This source may need a login for its pictures.</translation>
        </message>
        <message>
            <source>It answers, but has nothing for the test ({place}, {start} to {end}): all right for a catalogue of another region or period. ({seconds} s)</source>
            <translation>It answers, but has nothing for the test ({place}, {start} to {end}): all right for a catalogue of another region or period. ({seconds} s)</translation>
        </message>
        <message>
            <source>Its newest date could not be asked: {reason}.</source>
            <translation>Its newest date could not be asked: {reason}.</translation>
        </message>
        <message>
            <source>It has no date of the last {days} days in {place}.</source>
            <translation>It has no date of the last {days} days in {place}.</translation>
        </message>
        <message>
            <source>Its newest date in {place} is {day}.</source>
            <translation>Its newest date in {place} is {day}.</translation>
        </message>
        <message>
            <source>Refused: {reason}. Choose another login for this source.</source>
            <translation>Refused: {reason}. Choose another login for this source.</translation>
        </message>
        <message>
            <source>It does not work: {reason}.</source>
            <translation>It does not work: {reason}.</translation>
        </message>
        <message>
            <source>Removing Python packages</source>
            <translation>Removing Python packages</translation>
        </message>
        <message>
            <source>Installing Python packages</source>
            <translation>Installing Python packages</translation>
        </message>
        <message>
            <source>Getting {name} {version} ({number} of {count}) …</source>
            <translation>Getting {name} {version} ({number} of {count}) …</translation>
        </message>
        <message>
            <source>Nothing was changed: {reason}</source>
            <translation>Nothing was changed: {reason}</translation>
        </message>
        <message>
            <source>There was nothing to do.</source>
            <translation>There was nothing to do.</translation>
        </message>
        <message>
            <source>Installed from {origin}: {names}.</source>
            <translation>Installed from {origin}: {names}.</translation>
        </message>
        <message>
            <source>Removed: {names}.</source>
            <translation>Removed: {names}.</translation>
        </message>
        <message>
            <source>QGIS uses what it has loaded until it is started anew.</source>
            <translation>QGIS uses what it has loaded until it is started anew.</translation>
        </message>
        <message>
            <source>CbM Chips: newest dates of {place}</source>
            <translation>CbM Chips: newest dates of {place}</translation>
        </message>
        <message>
            <source>CbM Chips: series of “{layer}”</source>
            <translation>CbM Chips: series of “{layer}”</translation>
        </message>
        <message>
            <source>The table of before stays, with {count} rows.</source>
            <translation>The table of before stays, with {count} rows.</translation>
        </message>
        <message>
            <source>{0}: pictures</source>
            <translation>{0}: pictures</translation>
        </message>
        <message>
            <source>not read: {0}</source>
            <translation>not read: {0}</translation>
        </message>
        <message>
            <source>{0}: values</source>
            <translation>{0}: values</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>Not confirmed</source>
            <translation>Not confirmed</translation>
        </message>
        <message>
            <source>Inconclusive</source>
            <translation>Inconclusive</translation>
        </message>
        <message>
            <source>Cannot be inspected</source>
            <translation>Cannot be inspected</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels</source>
            <translation>
                <numerusform>{count} parcel</numerusform>
                <numerusform>{count} parcels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates</source>
            <translation>
                <numerusform>{count} date</numerusform>
                <numerusform>{count} dates</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tiles</source>
            <translation>
                <numerusform>{count} tile</numerusform>
                <numerusform>{count} tiles</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: {size}, about {time}</source>
            <translation>{what}: {size}, about {time}</translation>
        </message>
        <message numerus="yes">
            <source>{count} hours</source>
            <translation>
                <numerusform>{count} hour</numerusform>
                <numerusform>{count} hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} minutes</source>
            <translation>
                <numerusform>{count} minute</numerusform>
                <numerusform>{count} minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} seconds</source>
            <translation>
                <numerusform>{count} second</numerusform>
                <numerusform>{count} seconds</numerusform>
            </translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Longitude</source>
            <translation>Longitude</translation>
        </message>
        <message>
            <source>Latitude</source>
            <translation>Latitude</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Outline</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>Bands</source>
            <translation>Bands</translation>
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
            <translation>Size</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Clouds</source>
            <translation>Clouds</translation>
        </message>
        <message>
            <source>Clear dates only</source>
            <translation>Clear dates only</translation>
        </message>
        <message>
            <source>One per date</source>
            <translation>One per date</translation>
        </message>
        <message>
            <source>Second opinion on clouds</source>
            <translation>Second opinion on clouds</translation>
        </message>
        <message>
            <source>Classes that count as bad</source>
            <translation>Classes that count as bad</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tolerance</translation>
        </message>
        <message>
            <source>Cloudy from</source>
            <translation>Cloudy from</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Parcel id</source>
            <translation>Parcel id</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Run</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Dates</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Event</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Markers</source>
            <translation>Markers</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Scheme</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Answers</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Reason codes</source>
            <translation>Reason codes</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>Wanted</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Login</translation>
        </message>
        <message>
            <source>Coordinate system</source>
            <translation>Coordinate system</translation>
        </message>
        <message>
            <source>Parcel</source>
            <translation>Parcel</translation>
        </message>
        <message>
            <source>no data</source>
            <translation>no data</translation>
        </message>
        <message>
            <source>Own choice</source>
            <translation>Own choice</translation>
        </message>
        <message>
            <source>another process holds it</source>
            <translation>another process holds it</translation>
        </message>
        <message>
            <source>nothing is added to the cache in {folder} for now: {why}</source>
            <translation>nothing is added to the cache in {folder} for now: {why}</translation>
        </message>
        <message>
            <source>the cache in {folder} is damaged ({error}): everything is read anew, and the next time it is set aside</source>
            <translation>the cache in {folder} is damaged ({error}): everything is read anew, and the next time it is set aside</translation>
        </message>
        <message>
            <source>blocks of files as they were kept before</source>
            <translation>blocks of files as they were kept before</translation>
        </message>
        <message>
            <source>{path} was in the way of the cache and is not the cache's: it can be removed</source>
            <translation>{path} was in the way of the cache and is not the cache's: it can be removed</translation>
        </message>
        <message>
            <source>a cache that was damaged was removed: {name}, {size:.1f} MB</source>
            <translation>a cache that was damaged was removed: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>the former cache was removed: {name}, {size:.1f} MB</source>
            <translation>the former cache was removed: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>{what} were removed: {name}, {size:.1f} MB</source>
            <translation>{what} were removed: {name}, {size:.1f} MB</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: {error}</source>
            <translation>nothing is kept, everything is read anew: {error}</translation>
        </message>
        <message>
            <source>nothing is kept, everything is read anew: the package {name} is missing</source>
            <translation>nothing is kept, everything is read anew: the package {name} is missing</translation>
        </message>
        <message>
            <source>the cache in {folder} does not answer: {error}</source>
            <translation>the cache in {folder} does not answer: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} can't be emptied: {error}</source>
            <translation>the cache in {folder} can't be emptied: {error}</translation>
        </message>
        <message>
            <source>{folder} holds something else</source>
            <translation>{folder} holds something else</translation>
        </message>
        <message>
            <source>it was found damaged</source>
            <translation>it was found damaged</translation>
        </message>
        <message>
            <source>the cache folder {folder} can't be used: {error}</source>
            <translation>the cache folder {folder} can't be used: {error}</translation>
        </message>
        <message>
            <source>the cache in {folder} is only read, nothing is added to it: {why}</source>
            <translation>the cache in {folder} is only read, nothing is added to it: {why}</translation>
        </message>
        <message>
            <source>the cache could not be read ({why}): it was set aside as {aside}</source>
            <translation>the cache could not be read ({why}): it was set aside as {aside}</translation>
        </message>
        <message>
            <source>it was not read</source>
            <translation>it was not read</translation>
        </message>
        <message>
            <source>another scene of the same moment is used in its place</source>
            <translation>another scene of the same moment is used in its place</translation>
        </message>
        <message>
            <source>it is still being read</source>
            <translation>it is still being read</translation>
        </message>
        <message>
            <source>it has no pixels</source>
            <translation>it has no pixels</translation>
        </message>
        <message>
            <source>it has no pixels: all of the chip is without data</source>
            <translation>it has no pixels: all of the chip is without data</translation>
        </message>
        <message>
            <source>{field}: {value} is not possible; allowed: {allowed}</source>
            <translation>{field}: {value} is not possible; allowed: {allowed}</translation>
        </message>
        <message numerus="yes">
            <source>Not adjacent: {count} clear dates lie between, the first on {day}.</source>
            <translation>
                <numerusform>Not adjacent: {count} clear date lies between, on {day}.</numerusform>
                <numerusform>Not adjacent: {count} clear dates lie between, the first on {day}.</numerusform>
            </translation>
        </message>
        <message>
            <source>no clear date between {first} and {last} ({days} days)</source>
            <translation>no clear date between {first} and {last} ({days} days)</translation>
        </message>
        <message>
            <source>Inside “{window}”</source>
            <translation>Inside “{window}”</translation>
        </message>
        <message>
            <source>Outside “{window}”: before it begins</source>
            <translation>Outside “{window}”: before it begins</translation>
        </message>
        <message>
            <source>Outside “{window}”: after its end</source>
            <translation>Outside “{window}”: after its end</translation>
        </message>
        <message>
            <source>Straddles a limit of “{window}”</source>
            <translation>Straddles a limit of “{window}”</translation>
        </message>
        <message>
            <source>Undecidable for “{window}”</source>
            <translation>Undecidable for “{window}”</translation>
        </message>
        <message>
            <source>Open for “{window}”: a date is still to be marked</source>
            <translation>Open for “{window}”: a date is still to be marked</translation>
        </message>
        <message>
            <source>{day} is cloudy: only a date on which the parcel was seen can be marked.</source>
            <translation>{day} is cloudy: only a date on which the parcel was seen can be marked.</translation>
        </message>
        <message>
            <source>{day} has no data: only a date on which the parcel was seen can be marked.</source>
            <translation>{day} has no data: only a date on which the parcel was seen can be marked.</translation>
        </message>
        <message>
            <source>This date is not read: only a date on which the parcel was seen can be marked.</source>
            <translation>This date is not read: only a date on which the parcel was seen can be marked.</translation>
        </message>
        <message>
            <source>The date before the event has to lie before the one after it; here they are {before} and {after}.</source>
            <translation>The date before the event has to lie before the one after it; here they are {before} and {after}.</translation>
        </message>
        <message>
            <source>a last day that is not before the first</source>
            <translation>a last day that is not before the first</translation>
        </message>
        <message>
            <source>a name</source>
            <translation>a name</translation>
        </message>
        <message>
            <source>both days with a year, or both without one</source>
            <translation>both days with a year, or both without one</translation>
        </message>
        <message>
            <source>a day such as 2022-03-15, or 03-15 for every year</source>
            <translation>a day such as 2022-03-15, or 03-15 for every year</translation>
        </message>
        <message>
            <source>the record does not say how it was read</source>
            <translation>the record does not say how it was read</translation>
        </message>
        <message>
            <source>Evidence of parcels</source>
            <translation>Evidence of parcels</translation>
        </message>
        <message>
            <source>{proved} of {pictures} proved</source>
            <translation>{proved} of {pictures} proved</translation>
        </message>
        <message>
            <source>not answered yet</source>
            <translation>not answered yet</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>taken back</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Files</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>the source does not list this date any more</source>
            <translation>the source does not list this date any more</translation>
        </message>
        <message>
            <source>the record has no hash of it</source>
            <translation>the record has no hash of it</translation>
        </message>
        <message>
            <source>{what}: {before} then, {now} now</source>
            <translation>{what}: {before} then, {now} now</translation>
        </message>
        <message>
            <source>the source gives other pixels now</source>
            <translation>the source gives other pixels now</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>not read</translation>
        </message>
        <message>
            <source>another scene of this date</source>
            <translation>another scene of this date</translation>
        </message>
        <message>
            <source>another processing baseline</source>
            <translation>another processing baseline</translation>
        </message>
        <message>
            <source>other ground</source>
            <translation>other ground</translation>
        </message>
        <message>
            <source>other offsets</source>
            <translation>other offsets</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache.</source>
            <translation>{known} of {dates} dates are in the cache.</translation>
        </message>
        <message>
            <source>there are no dates</source>
            <translation>there are no dates</translation>
        </message>
        <message>
            <source>nothing of its dates is kept in the cache</source>
            <translation>nothing of its dates is kept in the cache</translation>
        </message>
        <message>
            <source>none of its dates could be read</source>
            <translation>none of its dates could be read</translation>
        </message>
        <message>
            <source>no date has a clear pixel in the parcel</source>
            <translation>no date has a clear pixel in the parcel</translation>
        </message>
        <message>
            <source>{known} of {dates} dates are in the cache, and none of these has a clear pixel in the parcel</source>
            <translation>{known} of {dates} dates are in the cache, and none of these has a clear pixel in the parcel</translation>
        </message>
        <message>
            <source>it is not in the cache</source>
            <translation>it is not in the cache</translation>
        </message>
        <message>
            <source>Parcel {parcel}</source>
            <translation>Parcel {parcel}</translation>
        </message>
        <message>
            <source>No time series: {why}.</source>
            <translation>No time series: {why}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} days</source>
            <translation>
                <numerusform>{count} day</numerusform>
                <numerusform>{count} days</numerusform>
            </translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: large enough</source>
            <translation>{pixels} full pixels, {lost} % lost: large enough</translation>
        </message>
        <message>
            <source>{pixels} full pixels, {lost} % lost: too small</source>
            <translation>{pixels} full pixels, {lost} % lost: too small</translation>
        </message>
        <message>
            <source>Contains modified Copernicus Sentinel data {years}</source>
            <translation>Contains modified Copernicus Sentinel data {years}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>Pictures that were looked at</source>
            <translation>Pictures that were looked at</translation>
        </message>
        <message>
            <source>Time series</source>
            <translation>Time series</translation>
        </message>
        <message>
            <source>All that was answered</source>
            <translation>All that was answered</translation>
        </message>
        <message>
            <source>Fields of the record</source>
            <translation>Fields of the record</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confidence</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>Event between</source>
            <translation>Event between</translation>
        </message>
        <message>
            <source>Against the window</source>
            <translation>Against the window</translation>
        </message>
        <message>
            <source>Legal window</source>
            <translation>Legal window</translation>
        </message>
        <message>
            <source>The machine's answer</source>
            <translation>The machine's answer</translation>
        </message>
        <message>
            <source>Seen before answering</source>
            <translation>Seen before answering</translation>
        </message>
        <message>
            <source>Replaced by parcel</source>
            <translation>Replaced by parcel</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>Shown from</source>
            <translation>Shown from</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Looked at for</source>
            <translation>Looked at for</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Known of it</source>
            <translation>Known of it</translation>
        </message>
        <message>
            <source>Holding</source>
            <translation>Holding</translation>
        </message>
        <message>
            <source>Ranking</source>
            <translation>Ranking</translation>
        </message>
        <message>
            <source>Order in the sample</source>
            <translation>Order in the sample</translation>
        </message>
        <message>
            <source>Covered by VHR pictures</source>
            <translation>Covered by VHR pictures</translation>
        </message>
        <message>
            <source>Centre (latitude, longitude)</source>
            <translation>Centre (latitude, longitude)</translation>
        </message>
        <message>
            <source>Within a border of 5 m</source>
            <translation>Within a border of 5 m</translation>
        </message>
        <message>
            <source>Clear dates</source>
            <translation>Clear dates</translation>
        </message>
        <message>
            <source>Longest time without one</source>
            <translation>Longest time without one</translation>
        </message>
        <message>
            <source>Newest date of the source</source>
            <translation>Newest date of the source</translation>
        </message>
        <message>
            <source>Cloud rule</source>
            <translation>Cloud rule</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>Shown as</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Scene</translation>
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
            <translation>Added to the numbers</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Ground</translation>
        </message>
        <message>
            <source>SHA-256 when answered</source>
            <translation>SHA-256 when answered</translation>
        </message>
        <message>
            <source>SHA-256 now</source>
            <translation>SHA-256 now</translation>
        </message>
        <message>
            <source>SHA-256 of record.json</source>
            <translation>SHA-256 of record.json</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>No picture</translation>
        </message>
        <message>
            <source>The record names no picture.</source>
            <translation>The record names no picture.</translation>
        </message>
        <message>
            <source>No answer stands: all were taken back.</source>
            <translation>No answer stands: all were taken back.</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>Page {page} of {pages}</translation>
        </message>
        <message>
            <source>Proved: the same picture as when it was answered</source>
            <translation>Proved: the same picture as when it was answered</translation>
        </message>
        <message>
            <source>Another picture than when it was answered</source>
            <translation>Another picture than when it was answered</translation>
        </message>
        <message>
            <source>Not proved</source>
            <translation>Not proved</translation>
        </message>
        <message>
            <source>Could not be made again</source>
            <translation>Could not be made again</translation>
        </message>
        <message>
            <source>stands</source>
            <translation>stands</translation>
        </message>
        <message>
            <source>changed later</source>
            <translation>changed later</translation>
        </message>
        <message>
            <source>takes the one before back</source>
            <translation>takes the one before back</translation>
        </message>
        <message>
            <source>inside</source>
            <translation>inside</translation>
        </message>
        <message>
            <source>outside, before</source>
            <translation>outside, before</translation>
        </message>
        <message>
            <source>outside, after</source>
            <translation>outside, after</translation>
        </message>
        <message>
            <source>straddles a limit</source>
            <translation>straddles a limit</translation>
        </message>
        <message>
            <source>undecidable, because of a gap</source>
            <translation>undecidable, because of a gap</translation>
        </message>
        <message>
            <source>incomplete: a date is not marked</source>
            <translation>incomplete: a date is not marked</translation>
        </message>
        <message>
            <source>first look</source>
            <translation>first look</translation>
        </message>
        <message>
            <source>second look</source>
            <translation>second look</translation>
        </message>
        <message>
            <source>For XLSX the Python package openpyxl is needed; CSV goes without.</source>
            <translation>For XLSX the Python package openpyxl is needed; CSV goes without.</translation>
        </message>
        <message>
            <source>a composite with its stretch, an index with its range and colours, or SCL</source>
            <translation>a composite with its stretch, an index with its range and colours, or SCL</translation>
        </message>
        <message>
            <source>another row has become parcel {id}</source>
            <translation>another row has become parcel {id}</translation>
        </message>
        <message>
            <source>the layer has “{id}”: this one is taken, as you wanted</source>
            <translation>the layer has “{id}”: this one is taken, as you wanted</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; one has “{id}”</source>
            <translation>no parcel of the layer has this id; one has “{id}”</translation>
        </message>
        <message>
            <source>{number} parcels of the layer have this id; the first is taken</source>
            <translation>{number} parcels of the layer have this id; the first is taken</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id; several are alike: “{ids}”</source>
            <translation>no parcel of the layer has this id; several are alike: “{ids}”</translation>
        </message>
        <message>
            <source>a spreadsheet has written this id as a number: its digits are lost</source>
            <translation>a spreadsheet has written this id as a number: its digits are lost</translation>
        </message>
        <message>
            <source>no parcel of the layer has this id</source>
            <translation>no parcel of the layer has this id</translation>
        </message>
        <message>
            <source>it has no id of a parcel</source>
            <translation>it has no id of a parcel</translation>
        </message>
        <message>
            <source>the same as in row {row}</source>
            <translation>the same as in row {row}</translation>
        </message>
        <message>
            <source>QUASSA sample</source>
            <translation>QUASSA sample</translation>
        </message>
        <message>
            <source>QUASSA sample by parcel</source>
            <translation>QUASSA sample by parcel</translation>
        </message>
        <message>
            <source>QUASSA parcels of holdings</source>
            <translation>QUASSA parcels of holdings</translation>
        </message>
        <message>
            <source>QUASSA ranked list</source>
            <translation>QUASSA ranked list</translation>
        </message>
        <message>
            <source>above 0, at most 100</source>
            <translation>above 0, at most 100</translation>
        </message>
        <message>
            <source>there is no folder to write to</source>
            <translation>there is no folder to write to</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>there is no such file</translation>
        </message>
        <message>
            <source>it is no record</source>
            <translation>it is no record</translation>
        </message>
        <message>
            <source>a newer version of this product has written it (form {its}, known is {known})</source>
            <translation>a newer version of this product has written it (form {its}, known is {known})</translation>
        </message>
        <message>
            <source>the disk is full; make room and try again</source>
            <translation>the disk is full; make room and try again</translation>
        </message>
        <message>
            <source>it or its folder can only be read</source>
            <translation>it or its folder can only be read</translation>
        </message>
        <message>
            <source>it or its folder can't be opened for writing</source>
            <translation>it or its folder can't be opened for writing</translation>
        </message>
        <message>
            <source>another program is writing to it; try again</source>
            <translation>another program is writing to it; try again</translation>
        </message>
        <message>
            <source>the disk is full or gone; nothing could be written</source>
            <translation>the disk is full or gone; nothing could be written</translation>
        </message>
        <message>
            <source>it is damaged</source>
            <translation>it is damaged</translation>
        </message>
        <message>
            <source>{name}: the answer is not written, {why}.</source>
            <translation>{name}: the answer is not written, {why}.</translation>
        </message>
        <message>
            <source>a record of inspections that can be opened; this one can't: {why}</source>
            <translation>a record of inspections that can be opened; this one can't: {why}</translation>
        </message>
        <message>
            <source>a record that nobody else has open. {inspector} has had this one open on {host} since {since} UTC (process {process})</source>
            <translation>a record that nobody else has open. {inspector} has had this one open on {host} since {since} UTC (process {process})</translation>
        </message>
        <message>
            <source>a folder that can be written to and that can lock files, such as one of this computer</source>
            <translation>a folder that can be written to and that can lock files, such as one of this computer</translation>
        </message>
        <message>
            <source>it is the record itself</source>
            <translation>it is the record itself</translation>
        </message>
        <message>
            <source>it is open for reading only</source>
            <translation>it is open for reading only</translation>
        </message>
        <message>
            <source>its file was deleted, moved or replaced; save a copy of what was answered so far, or open the record again</source>
            <translation>its file was deleted, moved or replaced; save a copy of what was answered so far, or open the record again</translation>
        </message>
        <message>
            <source>{inspector} has opened it on {host} since</source>
            <translation>{inspector} has opened it on {host} since</translation>
        </message>
        <message>
            <source>1 to 9, or none</source>
            <translation>1 to 9, or none</translation>
        </message>
        <message>
            <source>a label</source>
            <translation>a label</translation>
        </message>
        <message>
            <source>a colour such as #1b7837</source>
            <translation>a colour such as #1b7837</translation>
        </message>
        <message>
            <source>cloud gap</source>
            <translation>cloud gap</translation>
        </message>
        <message>
            <source>too small</source>
            <translation>too small</translation>
        </message>
        <message>
            <source>mixed parcel</source>
            <translation>mixed parcel</translation>
        </message>
        <message>
            <source>boundary shift</source>
            <translation>boundary shift</translation>
        </message>
        <message>
            <source>snow</source>
            <translation>snow</translation>
        </message>
        <message>
            <source>shadow or relief</source>
            <translation>shadow or relief</translation>
        </message>
        <message>
            <source>needs VHR</source>
            <translation>needs VHR</translation>
        </message>
        <message>
            <source>needs photo</source>
            <translation>needs photo</translation>
        </message>
        <message>
            <source>wrong geometry</source>
            <translation>wrong geometry</translation>
        </message>
        <message>
            <source>duplicate</source>
            <translation>duplicate</translation>
        </message>
        <message>
            <source>Cannot be inspected …</source>
            <translation>Cannot be inspected …</translation>
        </message>
        <message>
            <source>Cloud gap</source>
            <translation>Cloud gap</translation>
        </message>
        <message>
            <source>Mixed parcel</source>
            <translation>Mixed parcel</translation>
        </message>
        <message>
            <source>Needs photo</source>
            <translation>Needs photo</translation>
        </message>
        <message>
            <source>Too small</source>
            <translation>Too small</translation>
        </message>
        <message>
            <source>Wrong geometry</source>
            <translation>Wrong geometry</translation>
        </message>
        <message>
            <source>at least one button</source>
            <translation>at least one button</translation>
        </message>
        <message>
            <source>one of {known}</source>
            <translation>one of {known}</translation>
        </message>
        <message>
            <source>a scheme of an inspection as it was written by this plugin</source>
            <translation>a scheme of an inspection as it was written by this plugin</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>a list</translation>
        </message>
        <message>
            <source>rows as they were written by this plugin</source>
            <translation>rows as they were written by this plugin</translation>
        </message>
        <message>
            <source>a whole number from 0, or none</source>
            <translation>a whole number from 0, or none</translation>
        </message>
        <message>
            <source>every one once</source>
            <translation>every one once</translation>
        </message>
        <message>
            <source>the row has no id</source>
            <translation>the row has no id</translation>
        </message>
        <message>
            <source>“{text}” is no day</source>
            <translation>“{text}” is no day</translation>
        </message>
        <message>
            <source>“{text}” is no confidence</source>
            <translation>“{text}” is no confidence</translation>
        </message>
        <message>
            <source>it ends on {last}, before it begins on {first}</source>
            <translation>it ends on {last}, before it begins on {first}</translation>
        </message>
        <message>
            <source>the row has no day</source>
            <translation>the row has no day</translation>
        </message>
        <message>
            <source>Sen4CAP grassland mowing (L4B)</source>
            <translation>Sen4CAP grassland mowing (L4B)</translation>
        </message>
        <message>
            <source>Sen4CAP agricultural practices (L4C)</source>
            <translation>Sen4CAP agricultural practices (L4C)</translation>
        </message>
        <message>
            <source>JRC signals and markers</source>
            <translation>JRC signals and markers</translation>
        </message>
        <message>
            <source>columns of Sen4CAP L4B or L4C, or of JRC's markers</source>
            <translation>columns of Sen4CAP L4B or L4C, or of JRC's markers</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}</source>
            <translation>a number from {low:g} to {high:g}</translation>
        </message>
        <message>
            <source>a polygon or multipolygon in EPSG:4326</source>
            <translation>a polygon or multipolygon in EPSG:4326</translation>
        </message>
        <message>
            <source>a valid polygon that is not empty</source>
            <translation>a valid polygon that is not empty</translation>
        </message>
        <message>
            <source>degrees of longitude and latitude</source>
            <translation>degrees of longitude and latitude</translation>
        </message>
        <message>
            <source>a Place</source>
            <translation>a Place</translation>
        </message>
        <message>
            <source>a number from {low:g} to {high:g}, where UTM tiles are</source>
            <translation>a number from {low:g} to {high:g}, where UTM tiles are</translation>
        </message>
        <message>
            <source>True or False</source>
            <translation>True or False</translation>
        </message>
        <message>
            <source>only with {level}, which has SCL</source>
            <translation>only with {level}, which has SCL</translation>
        </message>
        <message>
            <source>days from {day} (launch) on</source>
            <translation>days from {day} (launch) on</translation>
        </message>
        <message>
            <source>the start, {start}, or a later day</source>
            <translation>the start, {start}, or a later day</translation>
        </message>
        <message>
            <source>an ISO day, YYYY-MM-DD</source>
            <translation>an ISO day, YYYY-MM-DD</translation>
        </message>
        <message>
            <source>a sequence of names out of {known}</source>
            <translation>a sequence of names out of {known}</translation>
        </message>
        <message>
            <source>at least one of {known}</source>
            <translation>at least one of {known}</translation>
        </message>
        <message>
            <source>every band once</source>
            <translation>every band once</translation>
        </message>
        <message>
            <source>the scene classification is made by the atmospheric correction</source>
            <translation>the scene classification is made by the atmospheric correction</translation>
        </message>
        <message>
            <source>{name} belongs to {level} only</source>
            <translation>{name} belongs to {level} only</translation>
        </message>
        <message>
            <source>for {level}: {known} ({made_by}, so {level} has no {name})</source>
            <translation>for {level}: {known} ({made_by}, so {level} has no {name})</translation>
        </message>
        <message>
            <source>a multiple of {step}, from {step} to {most} m</source>
            <translation>a multiple of {step}, from {step} to {most} m</translation>
        </message>
        <message>
            <source>Animations need the Python package Pillow, which this Python has not; QGIS's installer and Linux distributions offer it.</source>
            <translation>Animations need the Python package Pillow, which this Python has not; QGIS's installer and Linux distributions offer it.</translation>
        </message>
        <message>
            <source>a GIF, PNGs, or both</source>
            <translation>a GIF, PNGs, or both</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} to {high}</translation>
        </message>
        <message>
            <source>1 to {most} dates with a picture</source>
            <translation>1 to {most} dates with a picture</translation>
        </message>
        <message>
            <source>The animation was stopped.</source>
            <translation>The animation was stopped.</translation>
        </message>
        <message>
            <source>{name} could not be written: {error}</source>
            <translation>{name} could not be written: {error}</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: {error}</source>
            <translation>{name} could not be replaced, a program may have it open: {error}</translation>
        </message>
        <message>
            <source>letters, digits, - and _, such as ms or 2020</source>
            <translation>letters, digits, - and _, such as ms or 2020</translation>
        </message>
        <message>
            <source>{name} was changed by another run or program: give each run a folder of its own</source>
            <translation>{name} was changed by another run or program: give each run a folder of its own</translation>
        </message>
        <message>
            <source>1 to {most}</source>
            <translation>1 to {most}</translation>
        </message>
        <message>
            <source>what is in the folder: no band at all</source>
            <translation>what is in the folder: no band at all</translation>
        </message>
        <message>
            <source>what is in the folder: {bands}</source>
            <translation>what is in the folder: {bands}</translation>
        </message>
        <message>
            <source>at most {most} on one page: a smaller run</source>
            <translation>at most {most} on one page: a smaller run</translation>
        </message>
        <message>
            <source>the file is no picture of this run</source>
            <translation>the file is no picture of this run</translation>
        </message>
        <message>
            <source>Extract raw chips</source>
            <translation>Extract raw chips</translation>
        </message>
        <message>
            <source>Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.
Give a point, or a layer of parcels: then every parcel becomes a series of its own and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF with the numbers of the original file (no resampling; 0 is no data) in a folder per place. manifest.json lists the files by date, chips.csv says of every date how cloudy it is and, if it has no chip, why.
The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included.</source>
            <translation>Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.
Give a point, or a layer of parcels: then every parcel becomes a series of its own and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF with the numbers of the original file (no resampling; 0 is no data) in a folder per place. manifest.json lists the files by date, chips.csv says of every date how cloudy it is and, if it has no chip, why.
The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included.</translation>
        </message>
        <message>
            <source>Extract colour composite chips</source>
            <translation>Extract colour composite chips</translation>
        </message>
        <message>
            <source>Makes a small colour picture of a place from every Sentinel-2 acquisition of a period.
The three bands are shown as red, green and blue; the first sets the resolution. The look-up table is two percentiles of the valid pixels, clouds and shadows left out (5_95), or six absolute values of reflectance x 10 000, low and high for each of the three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of all dates of a place together, so that dates compare. No data is transparent.
Files, manifest and table are laid out as by 'Extract raw chips'.</source>
            <translation>Makes a small colour picture of a place from every Sentinel-2 acquisition of a period.
The three bands are shown as red, green and blue; the first sets the resolution. The look-up table is two percentiles of the valid pixels, clouds and shadows left out (5_95), or six absolute values of reflectance x 10 000, low and high for each of the three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of all dates of a place together, so that dates compare. No data is transparent.
Files, manifest and table are laid out as by 'Extract raw chips'.</translation>
        </message>
        <message>
            <source>a polygon or multipolygon as WKT or GeoJSON ({error})</source>
            <translation>a polygon or multipolygon as WKT or GeoJSON ({error})</translation>
        </message>
        <message>
            <source>Part of the source's address is left out, as it may hold a login or a key.</source>
            <translation>Part of the source's address is left out, as it may hold a login or a key.</translation>
        </message>
        <message>
            <source>The login is named by the id of its configuration, {id}: it works where QGIS has this configuration.</source>
            <translation>The login is named by the id of its configuration, {id}: it works where QGIS has this configuration.</translation>
        </message>
        <message>
            <source>The cloud rule is one of your own ({rule}): qgis_process takes that of the plugin's options.</source>
            <translation>The cloud rule is one of your own ({rule}): qgis_process takes that of the plugin's options.</translation>
        </message>
        <message>
            <source>the text of a request ({error})</source>
            <translation>the text of a request ({error})</translation>
        </message>
        <message>
            <source>the folder of a run with its manifest.json ({error})</source>
            <translation>the folder of a run with its manifest.json ({error})</translation>
        </message>
        <message>
            <source>{{"dates": [...], "chips": [...]}}, equally long</source>
            <translation>{{"dates": [...], "chips": [...]}}, equally long</translation>
        </message>
        <message>
            <source>dates as YYYYMMDDTHHMMSS</source>
            <translation>dates as YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>relative paths within the run's folder</source>
            <translation>relative paths within the run's folder</translation>
        </message>
        <message>
            <source>the folder of a run with its places.geojson ({error})</source>
            <translation>the folder of a run with its places.geojson ({error})</translation>
        </message>
        <message>
            <source>no picture was written</source>
            <translation>no picture was written</translation>
        </message>
        <message>
            <source>no file of this date is in the folder</source>
            <translation>no file of this date is in the folder</translation>
        </message>
        <message>
            <source>the file holds another band</source>
            <translation>the file holds another band</translation>
        </message>
        <message>
            <source>the file shows other ground</source>
            <translation>the file shows other ground</translation>
        </message>
        <message>
            <source>a run with at least one date</source>
            <translation>a run with at least one date</translation>
        </message>
        <message>
            <source>a run's folder with its GeoTIFFs</source>
            <translation>a run's folder with its GeoTIFFs</translation>
        </message>
        <message>
            <source>the folder of a run with its chips.csv ({error})</source>
            <translation>the folder of a run with its chips.csv ({error})</translation>
        </message>
        <message>
            <source>{path}, line {line}</source>
            <translation>{path}, line {line}</translation>
        </message>
        <message>
            <source>a row of a run's table ({error})</source>
            <translation>a row of a run's table ({error})</translation>
        </message>
        <message>
            <source>{name} could not be replaced, a program may have it open: the new one is {instead}.</source>
            <translation>{name} could not be replaced, a program may have it open: the new one is {instead}.</translation>
        </message>
        <message>
            <source>{name} was changed by a program while the run went on: the run's own is {instead}.</source>
            <translation>{name} was changed by a program while the run went on: the run's own is {instead}.</translation>
        </message>
        <message>
            <source>a GeoParquet file that can be read: {why}</source>
            <translation>a GeoParquet file that can be read: {why}</translation>
        </message>
        <message>
            <source>a GeoParquet file: Parquet whose metadata name a column of geometries</source>
            <translation>a GeoParquet file: Parquet whose metadata name a column of geometries</translation>
        </message>
        <message>
            <source>GeoParquet with geometries as WKB</source>
            <translation>GeoParquet with geometries as WKB</translation>
        </message>
        <message>
            <source>GeoParquet with a known CRS</source>
            <translation>GeoParquet with a known CRS</translation>
        </message>
        <message>
            <source>{why}; the new table is {instead}.</source>
            <translation>{why}; the new table is {instead}.</translation>
        </message>
        <message>
            <source>{name} has no description of its run beside it</source>
            <translation>{name} has no description of its run beside it</translation>
        </message>
        <message>
            <source>Parquet files take the Python package pyarrow, which is not installed</source>
            <translation>Parquet files take the Python package pyarrow, which is not installed</translation>
        </message>
        <message>
            <source>the swath does not reach the parcel: it holds no data</source>
            <translation>the swath does not reach the parcel: it holds no data</translation>
        </message>
        <message>
            <source>no pixel stands for the parcel by this rule</source>
            <translation>no pixel stands for the parcel by this rule</translation>
        </message>
        <message>
            <source>the feature has no date that can be read</source>
            <translation>the feature has no date that can be read</translation>
        </message>
        <message>
            <source>no clear date within {days} days</source>
            <translation>no clear date within {days} days</translation>
        </message>
        <message>
            <source>area-weighted pixels take the Python package exactextract, which is not installed; without it pixels count by their centre, or if they lie inside</source>
            <translation>area-weighted pixels take the Python package exactextract, which is not installed; without it pixels count by their centre, or if they lie inside</translation>
        </message>
        <message>
            <source>it has no id; it is number {number} of the layer</source>
            <translation>it has no id; it is number {number} of the layer</translation>
        </message>
        <message numerus="yes">
            <source>it has {count} parts</source>
            <translation>
                <numerusform>it has {count} part</numerusform>
                <numerusform>it has {count} parts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>it has {count} holes</source>
            <translation>
                <numerusform>it has {count} hole</numerusform>
                <numerusform>it has {count} holes</numerusform>
            </translation>
        </message>
        <message>
            <source>its geometry can't be read: {why}</source>
            <translation>its geometry can't be read: {why}</translation>
        </message>
        <message>
            <source>it has no geometry</source>
            <translation>it has no geometry</translation>
        </message>
        <message>
            <source>its geometry is empty</source>
            <translation>its geometry is empty</translation>
        </message>
        <message>
            <source>its coordinates are no numbers</source>
            <translation>its coordinates are no numbers</translation>
        </message>
        <message>
            <source>it has no area, it is a {kind}</source>
            <translation>it has no area, it is a {kind}</translation>
        </message>
        <message>
            <source>its outline was mended: {why}</source>
            <translation>its outline was mended: {why}</translation>
        </message>
        <message>
            <source>it has the same outline as {id}</source>
            <translation>it has the same outline as {id}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have this id; it is number {number} of the layer</source>
            <translation>
                <numerusform>{count} parcel has this id; it is number {number} of the layer</numerusform>
                <numerusform>{count} parcels have this id; it is number {number} of the layer</numerusform>
            </translation>
        </message>
        <message>
            <source>an EPSG code, or a CRS as PROJ writes it</source>
            <translation>an EPSG code, or a CRS as PROJ writes it</translation>
        </message>
        <message>
            <source>a CbM service cuts chips one by one; its own time series of a parcel is quicker than that</source>
            <translation>a CbM service cuts chips one by one; its own time series of a parcel is quicker than that</translation>
        </message>
        <message>
            <source>the source lists no scene that shows it in the period</source>
            <translation>the source lists no scene that shows it in the period</translation>
        </message>
        <message>
            <source>its coordinates are not on earth; is the CRS right?</source>
            <translation>its coordinates are not on earth; is the CRS right?</translation>
        </message>
        <message>
            <source>no tile is there: UTM has none beyond {south:g} and {north:g} degrees of latitude</source>
            <translation>no tile is there: UTM has none beyond {south:g} and {north:g} degrees of latitude</translation>
        </message>
        <message>
            <source>it is larger than a tile: more than {most:g} km across</source>
            <translation>it is larger than a tile: more than {most:g} km across</translation>
        </message>
        <message>
            <source>reflective bands: SCL is classes, and always counted</source>
            <translation>reflective bands: SCL is classes, and always counted</translation>
        </message>
        <message>
            <source>every index once</source>
            <translation>every index once</translation>
        </message>
        <message>
            <source>at least one: LEVEL1C has no SCL to judge by</source>
            <translation>at least one: LEVEL1C has no SCL to judge by</translation>
        </message>
        <message>
            <source>a cloud rule, or the name of one</source>
            <translation>a cloud rule, or the name of one</translation>
        </message>
        <message>
            <source>a sequence of names</source>
            <translation>a sequence of names</translation>
        </message>
        <message>
            <source>A scheduler takes the Python package distributed, which is not installed</source>
            <translation>A scheduler takes the Python package distributed, which is not installed</translation>
        </message>
        <message>
            <source>the scheduler at {address} does not answer: {error}</source>
            <translation>the scheduler at {address} does not answer: {error}</translation>
        </message>
        <message>
            <source>a source whose files are opened with a login or S3 keys</source>
            <translation>a source whose files are opened with a login or S3 keys</translation>
        </message>
        <message>
            <source>files that everyone may read or whose addresses are signed, as a login is not sent to other machines; without a scheduler this computer reads them</source>
            <translation>files that everyone may read or whose addresses are signed, as a login is not sent to other machines; without a scheduler this computer reads them</translation>
        </message>
        <message>
            <source>the source gave no access to {file}</source>
            <translation>the source gave no access to {file}</translation>
        </message>
        <message>
            <source>not read from {scene}: {why}</source>
            <translation>not read from {scene}: {why}</translation>
        </message>
        <message>
            <source>the source lists no file for this band</source>
            <translation>the source lists no file for this band</translation>
        </message>
        <message numerus="yes">
            <source>{band}: {count} pixels of {scene} at DN {limit} or above are no data: they had wrapped below 0, or are saturated</source>
            <translation>
                <numerusform>{band}: {count} pixel of {scene} at DN {limit} or above is no data: it had wrapped below 0, or is saturated</numerusform>
                <numerusform>{band}: {count} pixels of {scene} at DN {limit} or above are no data: they had wrapped below 0, or are saturated</numerusform>
            </translation>
        </message>
        <message>
            <source>read from {scene}, in place of {other}</source>
            <translation>read from {scene}, in place of {other}</translation>
        </message>
        <message>
            <source>no second opinion on clouds: {why}</source>
            <translation>no second opinion on clouds: {why}</translation>
        </message>
        <message>
            <source>not judged, SCL could not be read: {why}</source>
            <translation>not judged, SCL could not be read: {why}</translation>
        </message>
        <message>
            <source>mosaic of {scenes}</source>
            <translation>mosaic of {scenes}</translation>
        </message>
        <message>
            <source>the swath does not reach the chip: it holds no data</source>
            <translation>the swath does not reach the chip: it holds no data</translation>
        </message>
        <message>
            <source>not known to be clear, SCL could not be read: {why}</source>
            <translation>not known to be clear, SCL could not be read: {why}</translation>
        </message>
        <message>
            <source>not clear: no data in the parcel</source>
            <translation>not clear: no data in the parcel</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad</source>
            <translation>not clear: {share:.0f} % of the valid pixels are bad</translation>
        </message>
        <message>
            <source>not clear: {share:.0f} % of the valid pixels are bad, {missing} of {total} have no data</source>
            <translation>not clear: {share:.0f} % of the valid pixels are bad, {missing} of {total} have no data</translation>
        </message>
        <message>
            <source>no data in the chip</source>
            <translation>no data in the chip</translation>
        </message>
        <message>
            <source>holds no data where the SCL has some</source>
            <translation>holds no data where the SCL has some</translation>
        </message>
        <message>
            <source>holds no data where the bands have some</source>
            <translation>holds no data where the bands have some</translation>
        </message>
        <message>
            <source>{band}: no data in {share:.0f} % of the pixels where the SCL has some</source>
            <translation>{band}: no data in {share:.0f} % of the pixels where the SCL has some</translation>
        </message>
        <message>
            <source>clear by this cloud rule, but not read yet</source>
            <translation>clear by this cloud rule, but not read yet</translation>
        </message>
        <message>
            <source>no search now</source>
            <translation>no search now</translation>
        </message>
        <message>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <source>{state}: the search answer is {age} old ({why})</source>
            <translation>{state}: the search answer is {age} old ({why})</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{state}: only what was found before, up to {age} ago, is shown: dates of {days}; the other days of the period can't be searched now ({why})</source>
            <translation>{state}: only what was found before, up to {age} ago, is shown: dates of {days}; the other days of the period can't be searched now ({why})</translation>
        </message>
        <message>
            <source>no search for it is kept in the cache</source>
            <translation>no search for it is kept in the cache</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>not read yet</translation>
        </message>
        <message>
            <source>another address</source>
            <translation>another address</translation>
        </message>
        <message>
            <source>{band} is read from {there}, as the first address failed: {why}</source>
            <translation>{band} is read from {there}, as the first address failed: {why}</translation>
        </message>
        <message>
            <source>the file has changed</source>
            <translation>the file has changed</translation>
        </message>
        <message>
            <source>the file is damaged: a block of pixels and its checksum don't fit together</source>
            <translation>the file is damaged: a block of pixels and its checksum don't fit together</translation>
        </message>
        <message>
            <source>not ahead</source>
            <translation>not ahead</translation>
        </message>
        <message>
            <source>kept pixels: the server did not answer whether the file is still the same</source>
            <translation>kept pixels: the server did not answer whether the file is still the same</translation>
        </message>
        <message>
            <source>401, a login is needed</source>
            <translation>401, a login is needed</translation>
        </message>
        <message>
            <source>403, access refused</source>
            <translation>403, access refused</translation>
        </message>
        <message>
            <source>404, file missing</source>
            <translation>404, file missing</translation>
        </message>
        <message>
            <source>407, the proxy needs a login (see QGIS's network options)</source>
            <translation>407, the proxy needs a login (see QGIS's network options)</translation>
        </message>
        <message>
            <source>410, file gone</source>
            <translation>410, file gone</translation>
        </message>
        <message>
            <source>416, the file has no such part</source>
            <translation>416, the file has no such part</translation>
        </message>
        <message>
            <source>429, the server asks for fewer requests</source>
            <translation>429, the server asks for fewer requests</translation>
        </message>
        <message>
            <source>{host} took longer than {budget_s:g} s for one file</source>
            <translation>{host} took longer than {budget_s:g} s for one file</translation>
        </message>
        <message>
            <source>there is too little memory to read it</source>
            <translation>there is too little memory to read it</translation>
        </message>
        <message>
            <source>a mistake while reading ({kind}); the log tells more</source>
            <translation>a mistake while reading ({kind}); the log tells more</translation>
        </message>
        <message>
            <source>{status}, the server failed</source>
            <translation>{status}, the server failed</translation>
        </message>
        <message>
            <source>{status}, the request is refused</source>
            <translation>{status}, the request is refused</translation>
        </message>
        <message>
            <source>the file is damaged or cut short: not all of its pixels can be read</source>
            <translation>the file is damaged or cut short: not all of its pixels can be read</translation>
        </message>
        <message>
            <source>the file is neither a GeoTIFF nor JPEG 2000</source>
            <translation>the file is neither a GeoTIFF nor JPEG 2000</translation>
        </message>
        <message>
            <source>Reading pixels needs rasterio 1.3 or newer, or the GDAL that comes with QGIS.</source>
            <translation>Reading pixels needs rasterio 1.3 or newer, or the GDAL that comes with QGIS.</translation>
        </message>
        <message>
            <source>could not write {name}: {error}</source>
            <translation>could not write {name}: {error}</translation>
        </message>
        <message>
            <source>GDAL did not say why</source>
            <translation>GDAL did not say why</translation>
        </message>
        <message>
            <source>an s3 address without a bucket or a name</source>
            <translation>an s3 address without a bucket or a name</translation>
        </message>
        <message>
            <source>no way is known to open {scheme} addresses</source>
            <translation>no way is known to open {scheme} addresses</translation>
        </message>
        <message>
            <source>{width_px} x {height_px} pixels are no chip</source>
            <translation>{width_px} x {height_px} pixels are no chip</translation>
        </message>
        <message>
            <source>the file has no CRS, so it is no chip</source>
            <translation>the file has no CRS, so it is no chip</translation>
        </message>
        <message>
            <source>pixels of {a:g} x {e:g} m are no chip's</source>
            <translation>pixels of {a:g} x {e:g} m are no chip's</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>given up</translation>
        </message>
        <message>
            <source>the server does not say how large the file is</source>
            <translation>the server does not say how large the file is</translation>
        </message>
        <message>
            <source>the file has changed while it was read</source>
            <translation>the file has changed while it was read</translation>
        </message>
        <message>
            <source>more than was asked for</source>
            <translation>more than was asked for</translation>
        </message>
        <message>
            <source>no chunks as HTTP has them</source>
            <translation>no chunks as HTTP has them</translation>
        </message>
        <message>
            <source>it is packed in a way that nobody asked for</source>
            <translation>it is packed in a way that nobody asked for</translation>
        </message>
        <message>
            <source>it is packed, and broken</source>
            <translation>it is packed, and broken</translation>
        </message>
        <message>
            <source>the connection was closed</source>
            <translation>the connection was closed</translation>
        </message>
        <message>
            <source>the answer was cut short</source>
            <translation>the answer was cut short</translation>
        </message>
        <message>
            <source>no answer in HTTP</source>
            <translation>no answer in HTTP</translation>
        </message>
        <message>
            <source>timed out</source>
            <translation>timed out</translation>
        </message>
        <message>
            <source>an answer in a form that nobody asked for</source>
            <translation>an answer in a form that nobody asked for</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>the file is empty</translation>
        </message>
        <message>
            <source>{host} gives a web page in place of the file</source>
            <translation>{host} gives a web page in place of the file</translation>
        </message>
        <message>
            <source>{host} does not say which part of the file it gives</source>
            <translation>{host} does not say which part of the file it gives</translation>
        </message>
        <message>
            <source>{host} gives another part of the file than asked for</source>
            <translation>{host} gives another part of the file than asked for</translation>
        </message>
        <message>
            <source>{host} gives files as a whole only, and this one is larger than {most} MB</source>
            <translation>{host} gives files as a whole only, and this one is larger than {most} MB</translation>
        </message>
        <message>
            <source>the file is shorter than it should be</source>
            <translation>the file is shorter than it should be</translation>
        </message>
        <message>
            <source>what {host} gives can't be used: {error}</source>
            <translation>what {host} gives can't be used: {error}</translation>
        </message>
        <message>
            <source>the server gives no file</source>
            <translation>the server gives no file</translation>
        </message>
        <message>
            <source>{host} sends us from one address to the next without end</source>
            <translation>{host} sends us from one address to the next without end</translation>
        </message>
        <message>
            <source>{host} did not answer: {error}</source>
            <translation>{host} did not answer: {error}</translation>
        </message>
        <message>
            <source>an address or a login that can't be sent</source>
            <translation>an address or a login that can't be sent</translation>
        </message>
        <message>
            <source>{host} did not answer: timed out</source>
            <translation>{host} did not answer: timed out</translation>
        </message>
        <message>
            <source>{host} shows a certificate that is not trusted: {error}</source>
            <translation>{host} shows a certificate that is not trusted: {error}</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>no answer</translation>
        </message>
        <message>
            <source>{host} does not speak TLS: {why}</source>
            <translation>{host} does not speak TLS: {why}</translation>
        </message>
        <message>
            <source>the proxy {host}:{port}</source>
            <translation>the proxy {host}:{port}</translation>
        </message>
        <message>
            <source>the proxy opens no way to {host}: {status}</source>
            <translation>the proxy opens no way to {host}: {status}</translation>
        </message>
        <message>
            <source>there is no way to {host} ({kind})</source>
            <translation>there is no way to {host} ({kind})</translation>
        </message>
        <message>
            <source>{address} is no address of a server</source>
            <translation>{address} is no address of a server</translation>
        </message>
        <message>
            <source>this is no address of a server</source>
            <translation>this is no address of a server</translation>
        </message>
        <message>
            <source>a proxy that speaks {scheme} can't be used here</source>
            <translation>a proxy that speaks {scheme} can't be used here</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}: {error}</source>
            <translation>the certificates to be trusted can't be read from {path}: {error}</translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>for ever</translation>
        </message>
        <message>
            <source>the certificates to be trusted can't be read from {path}</source>
            <translation>the certificates to be trusted can't be read from {path}</translation>
        </message>
        <message>
            <source>pixels of type {name} are no measurements</source>
            <translation>pixels of type {name} are no measurements</translation>
        </message>
        <message numerus="yes">
            <source>the file holds {count} bands and does not say which is {wanted}</source>
            <translation>
                <numerusform>the file holds {count} band and does not say whether it is {wanted}</numerusform>
                <numerusform>the file holds {count} bands and does not say which is {wanted}</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} sends us to what is not on the web</source>
            <translation>{host} sends us to what is not on the web</translation>
        </message>
        <message>
            <source>{host} sends us from https to http, which is not followed</source>
            <translation>{host} sends us from https to http, which is not followed</translation>
        </message>
        <message>
            <source>no host has such a name</source>
            <translation>no host has such a name</translation>
        </message>
        <message>
            <source>its file tells no CRS, {crs} is taken</source>
            <translation>its file tells no CRS, {crs} is taken</translation>
        </message>
        <message>
            <source>its file does not tell where it lies, the source's word is taken</source>
            <translation>its file does not tell where it lies, the source's word is taken</translation>
        </message>
        <message>
            <source>the file has no CRS and the source tells none, so it can't be placed</source>
            <translation>the file has no CRS and the source tells none, so it can't be placed</translation>
        </message>
        <message>
            <source>neither the file nor the source tells where it lies</source>
            <translation>neither the file nor the source tells where it lies</translation>
        </message>
        <message>
            <source>its file is in EPSG:{epsg}, not in {crs} as the source says</source>
            <translation>its file is in EPSG:{epsg}, not in {crs} as the source says</translation>
        </message>
        <message>
            <source>the one</source>
            <translation>the one</translation>
        </message>
        <message>
            <source>{crs} that the source tells</source>
            <translation>{crs} that the source tells</translation>
        </message>
        <message>
            <source>{crs} of its tile</source>
            <translation>{crs} of its tile</translation>
        </message>
        <message>
            <source>{failure}, and to wait {time}</source>
            <translation>{failure}, and to wait {time}</translation>
        </message>
        <message>
            <source>False colour (near infrared)</source>
            <translation>False colour (near infrared)</translation>
        </message>
        <message>
            <source>vegetation in red, bare soil in grey-green, water dark</source>
            <translation>vegetation in red, bare soil in grey-green, water dark</translation>
        </message>
        <message>
            <source>True colour</source>
            <translation>True colour</translation>
        </message>
        <message>
            <source>what the eye would see; haze</source>
            <translation>what the eye would see; haze</translation>
        </message>
        <message>
            <source>Vegetation and moisture</source>
            <translation>Vegetation and moisture</translation>
        </message>
        <message>
            <source>crops against bare soil; mowing and ploughing</source>
            <translation>crops against bare soil; mowing and ploughing</translation>
        </message>
        <message>
            <source>Agriculture</source>
            <translation>Agriculture</translation>
        </message>
        <message>
            <source>growing crops in bright green, bare soil in magenta</source>
            <translation>growing crops in bright green, bare soil in magenta</translation>
        </message>
        <message>
            <source>Short-wave infrared</source>
            <translation>Short-wave infrared</translation>
        </message>
        <message>
            <source>moisture of soil and plants, burnt ground, snow against cloud</source>
            <translation>moisture of soil and plants, burnt ground, snow against cloud</translation>
        </message>
        <message>
            <source>Red edge</source>
            <translation>Red edge</translation>
        </message>
        <message>
            <source>chlorophyll: crop type, vigour and ripening</source>
            <translation>chlorophyll: crop type, vigour and ripening</translation>
        </message>
        <message>
            <source>three of {bands}, joined by "_"</source>
            <translation>three of {bands}, joined by "_"</translation>
        </message>
        <message>
            <source>{bands} for this composite</source>
            <translation>{bands} for this composite</translation>
        </message>
        <message>
            <source>These two dates do not have the same pixels.</source>
            <translation>These two dates do not have the same pixels.</translation>
        </message>
        <message>
            <source>Normalised difference vegetation index</source>
            <translation>Normalised difference vegetation index</translation>
        </message>
        <message>
            <source>Normalised difference water index (open water)</source>
            <translation>Normalised difference water index (open water)</translation>
        </message>
        <message>
            <source>Normalised difference moisture index (water in leaves)</source>
            <translation>Normalised difference moisture index (water in leaves)</translation>
        </message>
        <message>
            <source>Normalised difference red edge index (chlorophyll)</source>
            <translation>Normalised difference red edge index (chlorophyll)</translation>
        </message>
        <message>
            <source>Bare soil index</source>
            <translation>Bare soil index</translation>
        </message>
        <message>
            <source>Normalised burn ratio</source>
            <translation>Normalised burn ratio</translation>
        </message>
        <message>
            <source>Enhanced vegetation index</source>
            <translation>Enhanced vegetation index</translation>
        </message>
        <message>
            <source>{bands} for {index}</source>
            <translation>{bands} for {index}</translation>
        </message>
        <message>
            <source>two percentiles "low_high" with 0 &lt;= low &lt; high &lt;= 100, or six finite values "low_high_low_high_low_high" with low &lt; high in each pair</source>
            <translation>two percentiles "low_high" with 0 &lt;= low &lt; high &lt;= 100, or six finite values "low_high_low_high_low_high" with low &lt; high in each pair</translation>
        </message>
        <message>
            <source>the built-in sample can't be made in {folder}: {error}</source>
            <translation>the built-in sample can't be made in {folder}: {error}</translation>
        </message>
        <message>
            <source>an older built-in sample in {folder} is open in another program: close that and try again</source>
            <translation>an older built-in sample in {folder} is open in another program: close that and try again</translation>
        </message>
        <message>
            <source>the built-in sample was not made: stopped</source>
            <translation>the built-in sample was not made: stopped</translation>
        </message>
        <message>
            <source>its extent can't be judged ({kind}: {error})</source>
            <translation>its extent can't be judged ({kind}: {error})</translation>
        </message>
        <message>
            <source>{reason}, as its files' place is told, and it tells no outline</source>
            <translation>{reason}, as its files' place is told, and it tells no outline</translation>
        </message>
        <message>
            <source>tile {tile} of the same acquisition shows all of the chip that it shows</source>
            <translation>tile {tile} of the same acquisition shows all of the chip that it shows</translation>
        </message>
        <message>
            <source>listed more than once</source>
            <translation>listed more than once</translation>
        </message>
        <message>
            <source>offset uncertain: too few pixels to tell</source>
            <translation>offset uncertain: too few pixels to tell</translation>
        </message>
        <message>
            <source>no offset: dark pixels at DN {darkest:.0f} show a shifted file</source>
            <translation>no offset: dark pixels at DN {darkest:.0f} show a shifted file</translation>
        </message>
        <message>
            <source>offset applied: darkest pixels at DN {darkest:.0f} show original DN</source>
            <translation>offset applied: darkest pixels at DN {darkest:.0f} show original DN</translation>
        </message>
        <message>
            <source>offset uncertain: metadata contradict, darkest pixels at DN {darkest:.0f}</source>
            <translation>offset uncertain: metadata contradict, darkest pixels at DN {darkest:.0f}</translation>
        </message>
        <message>
            <source>offset uncertain</source>
            <translation>offset uncertain</translation>
        </message>
        <message>
            <source>offset {offsets} by metadata</source>
            <translation>offset {offsets} by metadata</translation>
        </message>
        <message>
            <source>scale {scales}, offset {offsets} by metadata</source>
            <translation>scale {scales}, offset {offsets} by metadata</translation>
        </message>
        <message>
            <source>{first} and {other}</source>
            <translation>{first} and {other}</translation>
        </message>
        <message>
            <source>lists no file of {bands}</source>
            <translation>lists no file of {bands}</translation>
        </message>
        <message>
            <source>{other} of {collection} {why}: {scene} of the same acquisition is read</source>
            <translation>{other} of {collection} {why}: {scene} of the same acquisition is read</translation>
        </message>
        <message>
            <source>its tile does not reach the chip</source>
            <translation>its tile does not reach the chip</translation>
        </message>
        <message>
            <source>its footprint does not touch the chip</source>
            <translation>its footprint does not touch the chip</translation>
        </message>
        <message>
            <source>pixels whose centre lies in the parcel</source>
            <translation>pixels whose centre lies in the parcel</translation>
        </message>
        <message>
            <source>pixels the parcel touches, as it holds no pixel centre</source>
            <translation>pixels the parcel touches, as it holds no pixel centre</translation>
        </message>
        <message>
            <source>the whole chip, as there is no outline</source>
            <translation>the whole chip, as there is no outline</translation>
        </message>
        <message>
            <source>none, as the parcel lies outside the chip</source>
            <translation>none, as the parcel lies outside the chip</translation>
        </message>
        <message>
            <source>{basis}; {part} of the parcel is in the chip</source>
            <translation>{basis}; {part} of the parcel is in the chip</translation>
        </message>
        <message>
            <source>another scene of {day} is clearer, or as clear and earlier</source>
            <translation>another scene of {day} is clearer, or as clear and earlier</translation>
        </message>
        <message>
            <source>scale 1 and offset {stated:g} are stated of whole numbers</source>
            <translation>scale 1 and offset {stated:g} are stated of whole numbers</translation>
        </message>
        <message>
            <source>8 bits hold no DN, and no other scale is stated</source>
            <translation>8 bits hold no DN, and no other scale is stated</translation>
        </message>
        <message>
            <source>the file tells of scale {scale:g} and offset {offset:g}</source>
            <translation>the file tells of scale {scale:g} and offset {offset:g}</translation>
        </message>
        <message>
            <source>no scale is stated of numbers up to {brightest:g}</source>
            <translation>no scale is stated of numbers up to {brightest:g}</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated of numbers up to {brightest:g}</source>
            <translation>scale {scale:g} and offset {offset:g} are stated of numbers up to {brightest:g}</translation>
        </message>
        <message>
            <source>scale {scale:g} and offset {offset:g} are stated, which makes reflectance {middle:.3g} of its pixels</source>
            <translation>scale {scale:g} and offset {offset:g} are stated, which makes reflectance {middle:.3g} of its pixels</translation>
        </message>
        <message>
            <source>{first} or {second}</source>
            <translation>{first} or {second}</translation>
        </message>
        <message>
            <source>Default: shadow, clouds, cirrus</source>
            <translation>Default: shadow, clouds, cirrus</translation>
        </message>
        <message>
            <source>CbM Chips, and the example client of JRC's CbM service</source>
            <translation>CbM Chips, and the example client of JRC's CbM service</translation>
        </message>
        <message>
            <source>Strict: only vegetation, soil and water</source>
            <translation>Strict: only vegetation, soil and water</translation>
        </message>
        <message>
            <source>CbM Chips</source>
            <translation>CbM Chips</translation>
        </message>
        <message>
            <source>Tolerate thin cirrus</source>
            <translation>Tolerate thin cirrus</translation>
        </message>
        <message>
            <source>Default and snow</source>
            <translation>Default and snow</translation>
        </message>
        <message>
            <source>JRC, marker chain: defective pixels count, snow is bad</source>
            <translation>JRC, marker chain: defective pixels count, snow is bad</translation>
        </message>
        <message>
            <source>JRC's signal and marker processing (github.com/ec-jrc/cbm)</source>
            <translation>JRC's signal and marker processing (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>JRC, parcel viewer: cirrus counts, snow is bad</source>
            <translation>JRC, parcel viewer: cirrus counts, snow is bad</translation>
        </message>
        <message>
            <source>JRC's parcel viewer of 2026 (github.com/ec-jrc/cbm)</source>
            <translation>JRC's parcel viewer of 2026 (github.com/ec-jrc/cbm)</translation>
        </message>
        <message>
            <source>saturated or defective</source>
            <translation>saturated or defective</translation>
        </message>
        <message>
            <source>dark area or topographic shadow</source>
            <translation>dark area or topographic shadow</translation>
        </message>
        <message>
            <source>cloud shadow</source>
            <translation>cloud shadow</translation>
        </message>
        <message>
            <source>vegetation</source>
            <translation>vegetation</translation>
        </message>
        <message>
            <source>not vegetated</source>
            <translation>not vegetated</translation>
        </message>
        <message>
            <source>water</source>
            <translation>water</translation>
        </message>
        <message>
            <source>unclassified</source>
            <translation>unclassified</translation>
        </message>
        <message>
            <source>cloud (medium probability)</source>
            <translation>cloud (medium probability)</translation>
        </message>
        <message>
            <source>cloud (high probability)</source>
            <translation>cloud (high probability)</translation>
        </message>
        <message>
            <source>thin cirrus</source>
            <translation>thin cirrus</translation>
        </message>
        <message>
            <source>snow or ice</source>
            <translation>snow or ice</translation>
        </message>
        <message>
            <source>a number of per cent</source>
            <translation>a number of per cent</translation>
        </message>
        <message>
            <source>0 to 100</source>
            <translation>0 to 100</translation>
        </message>
        <message>
            <source>above 0, up to 100</source>
            <translation>above 0, up to 100</translation>
        </message>
        <message>
            <source>SCL codes 1 to 11 (0 is no data already)</source>
            <translation>SCL codes 1 to 11 (0 is no data already)</translation>
        </message>
        <message>
            <source>clear by the SCL, but likely cloudy by Sen2Cor's cloud probability</source>
            <translation>clear by the SCL, but likely cloudy by Sen2Cor's cloud probability</translation>
        </message>
        <message>
            <source>no clear pixel in the parcel</source>
            <translation>no clear pixel in the parcel</translation>
        </message>
        <message>
            <source>what {name} is computed of was not read</source>
            <translation>what {name} is computed of was not read</translation>
        </message>
        <message>
            <source>CbM service, all pixels</source>
            <translation>CbM service, all pixels</translation>
        </message>
        <message>
            <source>{name} is more than {dip:g} lower than on the clear dates before and after: a mown meadow, or a cloud that was missed</source>
            <translation>{name} is more than {dip:g} lower than on the clear dates before and after: a mown meadow, or a cloud that was missed</translation>
        </message>
        <message>
            <source>{host} could not make this chip</source>
            <translation>{host} could not make this chip</translation>
        </message>
        <message>
            <source>{error}; it is not asked any more</source>
            <translation>{error}; it is not asked any more</translation>
        </message>
        <message>
            <source>from {day} on it is not asked any more</source>
            <translation>from {day} on it is not asked any more</translation>
        </message>
        <message>
            <source>{host} sent something that is no picture</source>
            <translation>{host} sent something that is no picture</translation>
        </message>
        <message>
            <source>the chip could not be kept: {error}</source>
            <translation>the chip could not be kept: {error}</translation>
        </message>
        <message>
            <source>{host} sent a web page in place of the chip</source>
            <translation>{host} sent a web page in place of the chip</translation>
        </message>
        <message>
            <source>{host} sent no GeoTIFF in place of the chip</source>
            <translation>{host} sent no GeoTIFF in place of the chip</translation>
        </message>
        <message>
            <source>the chip can't be read: {why}</source>
            <translation>the chip can't be read: {why}</translation>
        </message>
        <message>
            <source>the chip was not read</source>
            <translation>the chip was not read</translation>
        </message>
        <message numerus="yes">
            <source>{error}; it answers {count} questions in a row so and is not asked any more</source>
            <translation>
                <numerusform>{error}; it answers {count} question so and is not asked any more</numerusform>
                <numerusform>{error}; it answers {count} questions in a row so and is not asked any more</numerusform>
            </translation>
        </message>
        <message>
            <source>{days}: not asked any more ({error})</source>
            <translation>{days}: not asked any more ({error})</translation>
        </message>
        <message>
            <source>{error}: it may have no parcels of {dataset}, or know the user name in other capital and small letters</source>
            <translation>{error}: it may have no parcels of {dataset}, or know the user name in other capital and small letters</translation>
        </message>
        <message>
            <source>{error}: it may know the user name in other capital and small letters</source>
            <translation>{error}: it may know the user name in other capital and small letters</translation>
        </message>
        <message>
            <source>{server} does not tell its areas: type area and year</source>
            <translation>{server} does not tell its areas: type area and year</translation>
        </message>
        <message>
            <source>{server} answered with odd parcels of {dataset}: {why}</source>
            <translation>{server} answered with odd parcels of {dataset}: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels left out: {why}</source>
            <translation>
                <numerusform>{count} parcel left out: {why}</numerusform>
                <numerusform>{count} parcels left out: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels only the first {most} are looked at</source>
            <translation>
                <numerusform>of {count} parcel only the first {most} are looked at</numerusform>
                <numerusform>of {count} parcels only the first {most} are looked at</numerusform>
            </translation>
        </message>
        <message>
            <source>a parcel without an id</source>
            <translation>a parcel without an id</translation>
        </message>
        <message>
            <source>outline not usable: {why}</source>
            <translation>outline not usable: {why}</translation>
        </message>
        <message>
            <source>parcel {pid} is nowhere: neither outline nor centre make sense</source>
            <translation>parcel {pid} is nowhere: neither outline nor centre make sense</translation>
        </message>
        <message>
            <source>{server} answered with odd neighbours</source>
            <translation>{server} answered with odd neighbours</translation>
        </message>
        <message>
            <source>{server} answered with an odd series: {why}</source>
            <translation>{server} answered with an odd series: {why}</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows left out: {why}</source>
            <translation>
                <numerusform>{count} row left out: {why}</numerusform>
                <numerusform>{count} rows left out: {why}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} observations of the same second, with fewer pixels, are left out</source>
            <translation>
                <numerusform>{count} observation of the same second, with fewer pixels, is left out</numerusform>
                <numerusform>{count} observations of the same second, with fewer pixels, are left out</numerusform>
            </translation>
        </message>
        <message>
            <source>a number that is none</source>
            <translation>a number that is none</translation>
        </message>
        <message>
            <source>a batch needs names of products</source>
            <translation>a batch needs names of products</translation>
        </message>
        <message>
            <source>{host} answered without a page of chips</source>
            <translation>{host} answered without a page of chips</translation>
        </message>
        <message>
            <source>{host} made no page: too many chips, or it failed</source>
            <translation>{host} made no page: too many chips, or it failed</translation>
        </message>
        <message numerus="yes">
            <source>{count} names were not understood</source>
            <translation>
                <numerusform>{count} name was not understood</numerusform>
                <numerusform>{count} names were not understood</numerusform>
            </translation>
        </message>
        <message>
            <source>{band} is cut by the server: there is no file to open directly</source>
            <translation>{band} is cut by the server: there is no file to open directly</translation>
        </message>
        <message>
            <source>the service's largest chip does not cover all of it: its corners stay empty</source>
            <translation>the service's largest chip does not cover all of it: its corners stay empty</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: of another level, day or place, or with an odd name</source>
            <translation>
                <numerusform>{count} entry left out: of another level, day or place, or with an odd name</numerusform>
                <numerusform>{count} entries left out: of another level, day or place, or with an odd name</numerusform>
            </translation>
        </message>
        <message>
            <source>the service does not offer {bands}</source>
            <translation>the service does not offer {bands}</translation>
        </message>
        <message>
            <source>the service does not tell clouds of whole scenes: no scene was left out for them</source>
            <translation>the service does not tell clouds of whole scenes: no scene was left out for them</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source: {error}</source>
            <translation>this is no answer of a CbM source: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a CbM source</source>
            <translation>this is no answer of a CbM source</translation>
        </message>
        <message>
            <source>nowhere</source>
            <translation>nowhere</translation>
        </message>
        <message>
            <source>{host} refers to a file on {there}</source>
            <translation>{host} refers to a file on {there}</translation>
        </message>
        <message>
            <source>{host} gave a path that is none: {text}</source>
            <translation>{host} gave a path that is none: {text}</translation>
        </message>
        <message>
            <source>{host} gave a path with odd signs in it: {text}</source>
            <translation>{host} gave a path with odd signs in it: {text}</translation>
        </message>
        <message>
            <source>cbm+https://HOST/PREFIX, the address of a CbM server</source>
            <translation>cbm+https://HOST/PREFIX, the address of a CbM server</translation>
        </message>
        <message>
            <source>a time that is none</source>
            <translation>a time that is none</translation>
        </message>
        <message>
            <source>class counts that are none</source>
            <translation>class counts that are none</translation>
        </message>
        <message>
            <source>the server gave none</source>
            <translation>the server gave none</translation>
        </message>
        <message>
            <source>it is no GeoJSON</source>
            <translation>it is no GeoJSON</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>it is empty</translation>
        </message>
        <message>
            <source>its coordinates are no degrees, and their CRS is unknown</source>
            <translation>its coordinates are no degrees, and their CRS is unknown</translation>
        </message>
        <message>
            <source>its coordinates are nowhere on the globe</source>
            <translation>its coordinates are nowhere on the globe</translation>
        </message>
        <message>
            <source>it is a {kind}</source>
            <translation>it is a {kind}</translation>
        </message>
        <message>
            <source>it has a ring of less than three corners</source>
            <translation>it has a ring of less than three corners</translation>
        </message>
        <message>
            <source>it has more than {most} corners</source>
            <translation>it has more than {most} corners</translation>
        </message>
        <message>
            <source>{host} answered {status}</source>
            <translation>{host} answered {status}</translation>
        </message>
        <message>
            <source>the file is far too large</source>
            <translation>the file is far too large</translation>
        </message>
        <message>
            <source>{host} sends us to {there}, where no login is sent: if that is right, give it as the server's address</source>
            <translation>{host} sends us to {there}, where no login is sent: if that is right, give it as the server's address</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>no answer in time</translation>
        </message>
        <message>
            <source>{host} has a certificate that is not trusted</source>
            <translation>{host} has a certificate that is not trusted</translation>
        </message>
        <message>
            <source>{host} can't be reached, or broke off ({kind})</source>
            <translation>{host} can't be reached, or broke off ({kind})</translation>
        </message>
        <message>
            <source>{host} can't be asked: it refers to an address that makes no sense</source>
            <translation>{host} can't be asked: it refers to an address that makes no sense</translation>
        </message>
        <message>
            <source>degrees from {low:g} to {high:g}</source>
            <translation>degrees from {low:g} to {high:g}</translation>
        </message>
        <message>
            <source>two percentiles such as 5_95, low below high, or six values L1_H1_L2_H2_L3_H3</source>
            <translation>two percentiles such as 5_95, low below high, or six values L1_H1_L2_H2_L3_H3</translation>
        </message>
        <message>
            <source>the area's code, letters and digits, such as ms</source>
            <translation>the area's code, letters and digits, such as ms</translation>
        </message>
        <message>
            <source>four digits, such as 2020</source>
            <translation>four digits, such as 2020</translation>
        </message>
        <message>
            <source>nothing, or letters and digits, such as b</source>
            <translation>nothing, or letters and digits, such as b</translation>
        </message>
        <message>
            <source>an id of at most 64 letters, digits and _.:/-</source>
            <translation>an id of at most 64 letters, digits and _.:/-</translation>
        </message>
        <message>
            <source>not waited for</source>
            <translation>not waited for</translation>
        </message>
        <message>
            <source>{host} answered with something else than an object</source>
            <translation>{host} answered with something else than an object</translation>
        </message>
        <message>
            <source>{host} refused: {text}</source>
            <translation>{host} refused: {text}</translation>
        </message>
        <message>
            <source>{host}: this login has no right to this area</source>
            <translation>{host}: this login has no right to this area</translation>
        </message>
        <message>
            <source>{host} refused access (403)</source>
            <translation>{host} refused access (403)</translation>
        </message>
        <message>
            <source>{host} has no such service (404): is the address complete?</source>
            <translation>{host} has no such service (404): is the address complete?</translation>
        </message>
        <message>
            <source>{host} has no such service (405): is the address complete?</source>
            <translation>{host} has no such service (405): is the address complete?</translation>
        </message>
        <message>
            <source>the proxy needs a login (see QGIS's network options)</source>
            <translation>the proxy needs a login (see QGIS's network options)</translation>
        </message>
        <message>
            <source>{host} refused the login: wrong user name or password, or none</source>
            <translation>{host} refused the login: wrong user name or password, or none</translation>
        </message>
        <message>
            <source>{host} failed ({status})</source>
            <translation>{host} failed ({status})</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>a web page</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again later</source>
            <translation>{host} is busy ({status}): try again later</translation>
        </message>
        <message>
            <source>{host} is busy ({status}): try again in {time}</source>
            <translation>{host} is busy ({status}): try again in {time}</translation>
        </message>
        <message>
            <source>{host} made nothing: too many chips at once, or it failed</source>
            <translation>{host} made nothing: too many chips at once, or it failed</translation>
        </message>
        <message>
            <source>{host} answered without a list of chips</source>
            <translation>{host} answered without a list of chips</translation>
        </message>
        <message>
            <source>{host} could not carry out the question: are all its parts right?</source>
            <translation>{host} could not carry out the question: are all its parts right?</translation>
        </message>
        <message>
            <source>{host} answered with a table whose columns don't fit together</source>
            <translation>{host} answered with a table whose columns don't fit together</translation>
        </message>
        <message numerus="yes">
            <source>no answer within {count} seconds</source>
            <translation>
                <numerusform>no answer within {count} second</numerusform>
                <numerusform>no answer within {count} seconds</numerusform>
            </translation>
        </message>
        <message>
            <source>the list can't be read: {error}</source>
            <translation>the list can't be read: {error}</translation>
        </message>
        <message>
            <source>the list has no columns dates and chips</source>
            <translation>the list has no columns dates and chips</translation>
        </message>
        <message>
            <source>listed twice</source>
            <translation>listed twice</translation>
        </message>
        <message>
            <source>the row names no GeoTIFF</source>
            <translation>the row names no GeoTIFF</translation>
        </message>
        <message>
            <source>the list of {band} names a file of another band</source>
            <translation>the list of {band} names a file of another band</translation>
        </message>
        <message>
            <source>the row has no date as YYYYMMDDTHHMMSS</source>
            <translation>the row has no date as YYYYMMDDTHHMMSS</translation>
        </message>
        <message>
            <source>the folder of one parcel, with its {images}</source>
            <translation>the folder of one parcel, with its {images}</translation>
        </message>
        <message>
            <source>the file lies outside the folder</source>
            <translation>the file lies outside the folder</translation>
        </message>
        <message>
            <source>the file is not in the folder</source>
            <translation>the file is not in the folder</translation>
        </message>
        <message>
            <source>the file can't be read: {error}</source>
            <translation>the file can't be read: {error}</translation>
        </message>
        <message>
            <source>the file is no GeoTIFF</source>
            <translation>the file is no GeoTIFF</translation>
        </message>
        <message>
            <source>a folder with chips that have a date</source>
            <translation>a folder with chips that have a date</translation>
        </message>
        <message>
            <source>{file} tells of no parcel: {error}</source>
            <translation>{file} tells of no parcel: {error}</translation>
        </message>
        <message>
            <source>a folder that tells where its parcel is</source>
            <translation>a folder that tells where its parcel is</translation>
        </message>
        <message>
            <source>it is no table</source>
            <translation>it is no table</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates of the folder are of other days</source>
            <translation>
                <numerusform>{count} date of the folder is of other days</numerusform>
                <numerusform>{count} dates of the folder are of other days</numerusform>
            </translation>
        </message>
        <message>
            <source>bands that are none of Sentinel-2's: {bands}</source>
            <translation>bands that are none of Sentinel-2's: {bands}</translation>
        </message>
        <message>
            <source>this is no answer of a folder: {error}</source>
            <translation>this is no answer of a folder: {error}</translation>
        </message>
        <message>
            <source>the proxy</source>
            <translation>the proxy</translation>
        </message>
        <message>
            <source>{who} can't be reached: {error}</source>
            <translation>{who} can't be reached: {error}</translation>
        </message>
        <message>
            <source>this address</source>
            <translation>this address</translation>
        </message>
        <message>
            <source>{what} can't be asked ({kind})</source>
            <translation>{what} can't be asked ({kind})</translation>
        </message>
        <message>
            <source>the search was given up</source>
            <translation>the search was given up</translation>
        </message>
        <message>
            <source>the search of {host} took longer than {limit_s:.0f} s</source>
            <translation>the search of {host} took longer than {limit_s:.0f} s</translation>
        </message>
        <message>
            <source>{host} did not answer within {limit_s:g} s</source>
            <translation>{host} did not answer within {limit_s:g} s</translation>
        </message>
        <message>
            <source>{here} sends our search to {there}: if that is right, give its address</source>
            <translation>{here} sends our search to {there}: if that is right, give its address</translation>
        </message>
        <message>
            <source>{host} answered with a web page, not with JSON: is it a proxy or login page?</source>
            <translation>{host} answered with a web page, not with JSON: is it a proxy or login page?</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nothing</translation>
        </message>
        <message>
            <source>{host} answered with something that is no JSON: {said}</source>
            <translation>{host} answered with something that is no JSON: {said}</translation>
        </message>
        <message>
            <source>the answer is larger than {most} MB: it can't be meant</source>
            <translation>the answer is larger than {most} MB: it can't be meant</translation>
        </message>
        <message>
            <source>the answer did not come in time</source>
            <translation>the answer did not come in time</translation>
        </message>
        <message>
            <source>the answer broke off</source>
            <translation>the answer broke off</translation>
        </message>
        <message>
            <source>the answer is encoded in a way not asked for: {encodings}</source>
            <translation>the answer is encoded in a way not asked for: {encodings}</translation>
        </message>
        <message>
            <source>a deep nest</source>
            <translation>a deep nest</translation>
        </message>
        <message>
            <source>{host} answered {status} and asks to wait {time}</source>
            <translation>{host} answered {status} and asks to wait {time}</translation>
        </message>
        <message>
            <source>it names no host</source>
            <translation>it names no host</translation>
        </message>
        <message>
            <source>{known}, the URL or existing path of a STAC API or catalogue, or a CbM server's {prefix}https://...</source>
            <translation>{known}, the URL or existing path of a STAC API or catalogue, or a CbM server's {prefix}https://...</translation>
        </message>
        <message numerus="yes">
            <source>only {count} entries came before the search broke off: {trouble}</source>
            <translation>
                <numerusform>only {count} entry came before the search broke off: {trouble}</numerusform>
                <numerusform>only {count} entries came before the search broke off: {trouble}</numerusform>
            </translation>
        </message>
        <message>
            <source>the server repeated a page; the search ended there</source>
            <translation>the server repeated a page; the search ended there</translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages, {listed} entries, were asked for</source>
            <translation>
                <numerusform>only the first page, {listed} entries, was asked for ({count})</numerusform>
                <numerusform>only the first {count} pages, {listed} entries, were asked for</numerusform>
            </translation>
        </message>
        <message>
            <source>{host} gives no sound address for its search</source>
            <translation>{host} gives no sound address for its search</translation>
        </message>
        <message>
            <source>{refusal}; the catalogue calls its search {address}</source>
            <translation>{refusal}; the catalogue calls its search {address}</translation>
        </message>
        <message>
            <source>{source} has no Sentinel-2 collection of {level}; it has {names}</source>
            <translation>{source} has no Sentinel-2 collection of {level}; it has {names}</translation>
        </message>
        <message>
            <source>{source} has no collection {missing}; it has {names}</source>
            <translation>{source} has no collection {missing}; it has {names}</translation>
        </message>
        <message>
            <source>there is no collection {name}</source>
            <translation>there is no collection {name}</translation>
        </message>
        <message>
            <source>{names} and {more} more</source>
            <translation>{names} and {more} more</translation>
        </message>
        <message>
            <source>{address} is not opened: what a catalogue on the web lists has to be on the web (http, https or s3)</source>
            <translation>{address} is not opened: what a catalogue on the web lists has to be on the web (http, https or s3)</translation>
        </message>
        <message>
            <source>{address}: no way is known to open such an address</source>
            <translation>{address}: no way is known to open such an address</translation>
        </message>
        <message>
            <source>{address} is no address of a file: {why}</source>
            <translation>{address} is no address of a file: {why}</translation>
        </message>
        <message>
            <source>{address} is no address: {error}</source>
            <translation>{address} is no address: {error}</translation>
        </message>
        <message>
            <source>it names no bucket</source>
            <translation>it names no bucket</translation>
        </message>
        <message>
            <source>it names no file of the bucket</source>
            <translation>it names no file of the bucket</translation>
        </message>
        <message>
            <source>it is a way of GDAL</source>
            <translation>it is a way of GDAL</translation>
        </message>
        <message>
            <source>it is a pipe or a device</source>
            <translation>it is a pipe or a device</translation>
        </message>
        <message>
            <source>{source} has no address</source>
            <translation>{source} has no address</translation>
        </message>
        <message>
            <source>{address} is no STAC catalogue: {text}</source>
            <translation>{address} is no STAC catalogue: {text}</translation>
        </message>
        <message>
            <source>{address} is nothing of STAC: it holds no object</source>
            <translation>{address} is nothing of STAC: it holds no object</translation>
        </message>
        <message>
            <source>its outline has too many points, its box stands in</source>
            <translation>its outline has too many points, its box stands in</translation>
        </message>
        <message>
            <source>can't be understood ({kind}); the log has the details</source>
            <translation>can't be understood ({kind}); the log has the details</translation>
        </message>
        <message>
            <source>no STAC items</source>
            <translation>no STAC items</translation>
        </message>
        <message>
            <source>has none of the bands {bands}</source>
            <translation>has none of the bands {bands}</translation>
        </message>
        <message>
            <source>not Sentinel-2 of {level}</source>
            <translation>not Sentinel-2 of {level}</translation>
        </message>
        <message>
            <source>acquired outside the period</source>
            <translation>acquired outside the period</translation>
        </message>
        <message>
            <source>cloudier than asked for</source>
            <translation>cloudier than asked for</translation>
        </message>
        <message>
            <source>its outline tells latitude before longitude, and was turned round</source>
            <translation>its outline tells latitude before longitude, and was turned round</translation>
        </message>
        <message>
            <source>does not tell its level; {level} assumed</source>
            <translation>does not tell its level; {level} assumed</translation>
        </message>
        <message numerus="yes">
            <source>has {count} files more than are looked at</source>
            <translation>
                <numerusform>has {count} file more than are looked at</numerusform>
                <numerusform>has {count} files more than are looked at</numerusform>
            </translation>
        </message>
        <message>
            <source>is kept as Zarr, which is not read here; GeoTIFF or JPEG 2000 is needed</source>
            <translation>is kept as Zarr, which is not read here; GeoTIFF or JPEG 2000 is needed</translation>
        </message>
        <message>
            <source>has no file of a band as GeoTIFF or JPEG 2000</source>
            <translation>has no file of a band as GeoTIFF or JPEG 2000</translation>
        </message>
        <message>
            <source>does not tell when it was acquired</source>
            <translation>does not tell when it was acquired</translation>
        </message>
        <message>
            <source>scale {scale:g} is stated, which gives no reflectance</source>
            <translation>scale {scale:g} is stated, which gives no reflectance</translation>
        </message>
        <message>
            <source>offset {offset:g} is stated, which gives no reflectance</source>
            <translation>offset {offset:g} is stated, which gives no reflectance</translation>
        </message>
        <message>
            <source>{name} {value!r} is stated, which is no number</source>
            <translation>{name} {value!r} is stated, which is no number</translation>
        </message>
        <message>
            <source>two values of {name} are stated: {words}</source>
            <translation>two values of {name} are stated: {words}</translation>
        </message>
        <message>
            <source>STAC catalogues need the package pystac-client</source>
            <translation>STAC catalogues need the package pystac-client</translation>
        </message>
        <message>
            <source>{host} answered without a list of items: {text}</source>
            <translation>{host} answered without a list of items: {text}</translation>
        </message>
        <message>
            <source>the server's link to the next page is broken; the search ended there</source>
            <translation>the server's link to the next page is broken; the search ended there</translation>
        </message>
        <message>
            <source>the server's link to the next page leads elsewhere; its own search was asked</source>
            <translation>the server's link to the next page leads elsewhere; its own search was asked</translation>
        </message>
        <message>
            <source>{source} is not used for {level}: {why}; it has {offered}</source>
            <translation>{source} is not used for {level}: {why}; it has {offered}</translation>
        </message>
        <message>
            <source>Earth Search</source>
            <translation>Earth Search</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone.</source>
            <translation>GeoTIFF, open to everyone.</translation>
        </message>
        <message>
            <source>its LEVEL1C files lie in a requester-pays bucket of AWS, which only holders of an AWS account can read, at their own cost</source>
            <translation>its LEVEL1C files lie in a requester-pays bucket of AWS, which only holders of an AWS account can read, at their own cost</translation>
        </message>
        <message>
            <source>Planetary Computer</source>
            <translation>Planetary Computer</translation>
        </message>
        <message>
            <source>GeoTIFF, open to everyone through short-lived signatures, made as needed. Older dates were processed by another baseline than newer ones.</source>
            <translation>GeoTIFF, open to everyone through short-lived signatures, made as needed. Older dates were processed by another baseline than newer ones.</translation>
        </message>
        <message>
            <source>it has no LEVEL1C</source>
            <translation>it has no LEVEL1C</translation>
        </message>
        <message>
            <source>Copernicus Data Space</source>
            <translation>Copernicus Data Space</translation>
        </message>
        <message>
            <source>JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) made in one's account there.</source>
            <translation>JPEG 2000, which is read slowly; needs S3 keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) made in one's account there.</translation>
        </message>
        <message>
            <source>Built-in sample</source>
            <translation>Built-in sample</translation>
        </message>
        <message>
            <source>A small made archive on this computer, to try things out without a network.</source>
            <translation>A small made archive on this computer, to try things out without a network.</translation>
        </message>
        <message>
            <source>5 x 5 km of fields in Flevoland, the Netherlands, through 2022</source>
            <translation>5 x 5 km of fields in Flevoland, the Netherlands, through 2022</translation>
        </message>
        <message>
            <source>{bucket} at {host} needs S3 keys of one's own: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY</source>
            <translation>{bucket} at {host} needs S3 keys of one's own: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY</translation>
        </message>
        <message>
            <source>{bucket} is a requester-pays bucket of AWS: reading it needs keys of an AWS account, which pays for the transfer</source>
            <translation>{bucket} is a requester-pays bucket of AWS: reading it needs keys of an AWS account, which pays for the transfer</translation>
        </message>
        <message>
            <source>no signature was given for the files of {account}/{name}</source>
            <translation>no signature was given for the files of {account}/{name}</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: {why}</source>
            <translation>
                <numerusform>{count} entry left out: {why}</numerusform>
                <numerusform>{count} entries left out: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>some files are JPEG 2000, which is read slowly</source>
            <translation>some files are JPEG 2000, which is read slowly</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries left out: nested too deeply</source>
            <translation>
                <numerusform>{count} entry left out: nested too deeply</numerusform>
                <numerusform>{count} entries left out: nested too deeply</numerusform>
            </translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: {error}</source>
            <translation>this is no answer of a STAC source: {error}</translation>
        </message>
        <message>
            <source>this is no answer of a STAC source: it has no list of items</source>
            <translation>this is no answer of a STAC source: it has no list of items</translation>
        </message>
        <message>
            <source>{path} can't be read: it is no file</source>
            <translation>{path} can't be read: it is no file</translation>
        </message>
        <message>
            <source>{path} is larger than {most} MB</source>
            <translation>{path} is larger than {most} MB</translation>
        </message>
        <message>
            <source>{path} can't be read: {error}</source>
            <translation>{path} can't be read: {error}</translation>
        </message>
        <message>
            <source>{path} is no JSON: {text}</source>
            <translation>{path} is no JSON: {text}</translation>
        </message>
        <message>
            <source>{path} has none of {names}</source>
            <translation>{path} has none of {names}</translation>
        </message>
        <message numerus="yes">
            <source>{count} documents of the catalogue can't be read, such as: {failure}</source>
            <translation>
                <numerusform>{count} document of the catalogue can't be read: {failure}</numerusform>
                <numerusform>{count} documents of the catalogue can't be read, such as: {failure}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} pages of a list of items were read</source>
            <translation>
                <numerusform>only the first {count} page of a list of items was read</numerusform>
                <numerusform>only the first {count} pages of a list of items were read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>only the first {count} documents of the catalogue were read</source>
            <translation>
                <numerusform>only the first {count} document of the catalogue was read</numerusform>
                <numerusform>only the first {count} documents of the catalogue were read</numerusform>
            </translation>
        </message>
        <message>
            <source>{path} is too large to be read</source>
            <translation>{path} is too large to be read</translation>
        </message>
        <message>
            <source>{path} is no text with separators</source>
            <translation>{path} is no text with separators</translation>
        </message>
        <message>
            <source>{place}: pictures without georeference, painted by the server, {metres} m across. Bands {bands}, stretch {lut}.</source>
            <translation>{place}: pictures without georeference, painted by the server, {metres} m across. Bands {bands}, stretch {lut}.</translation>
        </message>
        <message>
            <source>Chip sheet</source>
            <translation>Chip sheet</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Save picture…</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>The server has no picture here for these days.</source>
            <translation>The server has no picture here for these days.</translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures, the oldest first.</source>
            <translation>
                <numerusform>{count} picture.</numerusform>
                <numerusform>{count} pictures, the oldest first.</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures ({0})</source>
            <translation>Pictures ({0})</translation>
        </message>
        <message>
            <source>Pictures of the server</source>
            <translation>Pictures of the server</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Asking {source} …</source>
            <translation>Asking {source} …</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Chip sheet from the server …</source>
            <translation>Chip sheet from the server …</translation>
        </message>
        <message>
            <source>Time series from the server …</source>
            <translation>Time series from the server …</translation>
        </message>
        <message>
            <source>Pick a place or a parcel first.</source>
            <translation>Pick a place or a parcel first.</translation>
        </message>
        <message>
            <source>Pick a parcel of the server first, or give its id.</source>
            <translation>Pick a parcel of the server first, or give its id.</translation>
        </message>
        <message>
            <source>Several parcels lie here</source>
            <translation>Several parcels lie here</translation>
        </message>
        <message>
            <source>Stopped looking for the parcel.</source>
            <translation>Stopped looking for the parcel.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel where you clicked.</source>
            <translation>“{dataset}” has no parcel where you clicked.</translation>
        </message>
        <message>
            <source>“{dataset}” has no parcel {id}.</source>
            <translation>“{dataset}” has no parcel {id}.</translation>
        </message>
        <message>
            <source>No parcel from {source}: {problem}</source>
            <translation>No parcel from {source}: {problem}</translation>
        </message>
        <message>
            <source>Area of the server's parcels; empty: layers of the map</source>
            <translation>Area of the server's parcels; empty: layers of the map</translation>
        </message>
        <message>
            <source>Year of the server's parcels</source>
            <translation>Year of the server's parcels</translation>
        </message>
        <message>
            <source>Type of the server's parcels; mostly empty</source>
            <translation>Type of the server's parcels; mostly empty</translation>
        </message>
        <message>
            <source>Ask the server what it offers</source>
            <translation>Ask the server what it offers</translation>
        </message>
        <message>
            <source>Id of a parcel</source>
            <translation>Id of a parcel</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Show the parcel with this id (Enter)</source>
            <translation>Show the parcel with this id (Enter)</translation>
        </message>
        <message>
            <source>What the server offers is not known ({reason}). Area and year can be typed.</source>
            <translation>What the server offers is not known ({reason}). Area and year can be typed.</translation>
        </message>
        <message>
            <source>Parcel id, such as {id}</source>
            <translation>Parcel id, such as {id}</translation>
        </message>
        <message>
            <source>No series from the server: {problem}</source>
            <translation>No series from the server: {problem}</translation>
        </message>
        <message>
            <source>The server has no such series of this parcel.</source>
            <translation>The server has no such series of this parcel.</translation>
        </message>
        <message>
            <source>Pixels of class {code}</source>
            <translation>Pixels of class {code}</translation>
        </message>
        <message>
            <source>Date (UTC)</source>
            <translation>Date (UTC)</translation>
        </message>
        <message>
            <source>Pixels per class</source>
            <translation>Pixels per class</translation>
        </message>
        <message>
            <source>Pixels</source>
            <translation>Pixels</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mean</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>Standard deviation</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>Minimum</translation>
        </message>
        <message>
            <source>25th percentile</source>
            <translation>25th percentile</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>75th percentile</source>
            <translation>75th percentile</translation>
        </message>
        <message>
            <source>Maximum</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <source>Time series of {parcel}</source>
            <translation>Time series of {parcel}</translation>
        </message>
        <message>
            <source>All dates of the server</source>
            <translation>All dates of the server</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>Save as CSV…</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>All columns</translation>
        </message>
        <message>
            <source>{count} of the server's {total} dates.</source>
            <translation>{count} of the server's {total} dates.</translation>
        </message>
        <message>
            <source>Tables ({0})</source>
            <translation>Tables ({0})</translation>
        </message>
        <message>
            <source>Kind of time series</source>
            <translation>Kind of time series</translation>
        </message>
        <message>
            <source>Sentinel-2 bands (s2)</source>
            <translation>Sentinel-2 bands (s2)</translation>
        </message>
        <message>
            <source>Sentinel-1 backscatter (bs)</source>
            <translation>Sentinel-1 backscatter (bs)</translation>
        </message>
        <message>
            <source>Sentinel-1 coherence (c6)</source>
            <translation>Sentinel-1 coherence (c6)</translation>
        </message>
        <message>
            <source>Scene classification (scl)</source>
            <translation>Scene classification (scl)</translation>
        </message>
        <message>
            <source>Statistic</source>
            <translation>Statistic</translation>
        </message>
        <message>
            <source>How the change spreads</source>
            <translation>How the change spreads</translation>
        </message>
        <message>
            <source>CbM Chips: difference</source>
            <translation>CbM Chips: difference</translation>
        </message>
        <message>
            <source>CbM Chips: layers of {place}</source>
            <translation>CbM Chips: layers of {place}</translation>
        </message>
        <message>
            <source>Written, but QGIS can't open: {names}</source>
            <translation>Written, but QGIS can't open: {names}</translation>
        </message>
        <message>
            <source>Mark as the first date</source>
            <translation>Mark as the first date</translation>
        </message>
        <message>
            <source>Mark as the second date</source>
            <translation>Mark as the second date</translation>
        </message>
        <message>
            <source>Compare both dates</source>
            <translation>Compare both dates</translation>
        </message>
        <message>
            <source>Load the difference as a layer</source>
            <translation>Load the difference as a layer</translation>
        </message>
        <message>
            <source>Compare two dates</source>
            <translation>Compare two dates</translation>
        </message>
        <message>
            <source>Writing layers …</source>
            <translation>Writing layers …</translation>
        </message>
        <message>
            <source>Layer on top: {shown}.</source>
            <translation>Layer on top: {shown}.</translation>
        </message>
        <message>
            <source>Load the difference as a layer (D)</source>
            <translation>Load the difference as a layer (D)</translation>
        </message>
        <message>
            <source>Whole chips (0)</source>
            <translation>Whole chips (0)</translation>
        </message>
        <message>
            <source>Back to all dates (Esc)</source>
            <translation>Back to all dates (Esc)</translation>
        </message>
        <message>
            <source>Comparison, {dates}</source>
            <translation>Comparison, {dates}</translation>
        </message>
        <message>
            <source>no data, or clouds</source>
            <translation>no data, or clouds</translation>
        </message>
        <message>
            <source>change {value}</source>
            <translation>change {value}</translation>
        </message>
        <message>
            <source>Index of the difference</source>
            <translation>Index of the difference</translation>
        </message>
        <message>
            <source>{bands} was not read</source>
            <translation>{bands} was not read</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Both</translation>
        </message>
        <message>
            <source>Both dates side by side</source>
            <translation>Both dates side by side</translation>
        </message>
        <message>
            <source>Flicker</source>
            <translation>Flicker</translation>
        </message>
        <message>
            <source>Both dates in turn, at the same place</source>
            <translation>Both dates in turn, at the same place</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Difference</translation>
        </message>
        <message>
            <source>An index of the second date minus that of the first</source>
            <translation>An index of the second date minus that of the first</translation>
        </message>
        <message>
            <source>Swipe between both dates on the map</source>
            <translation>Swipe between both dates on the map</translation>
        </message>
        <message>
            <source>Drag the line, or move it with ← and →; Esc ends the swipe.</source>
            <translation>Drag the line, or move it with ← and →; Esc ends the swipe.</translation>
        </message>
        <message>
            <source>Mark a first and a second date first: keys Q and W, or the menu of a date.</source>
            <translation>Mark a first and a second date first: keys Q and W, or the menu of a date.</translation>
        </message>
        <message>
            <source>First date of the comparison: {date}.</source>
            <translation>First date of the comparison: {date}.</translation>
        </message>
        <message>
            <source>Second date of the comparison: {date}.</source>
            <translation>Second date of the comparison: {date}.</translation>
        </message>
        <message>
            <source>{date} can't be compared: {why}.</source>
            <translation>{date} can't be compared: {why}.</translation>
        </message>
        <message>
            <source>No pixel is clear on both dates: there is nothing to compare.</source>
            <translation>No pixel is clear on both dates: there is nothing to compare.</translation>
        </message>
        <message>
            <source>{index}: mean change {mean}.</source>
            <translation>{index}: mean change {mean}.</translation>
        </message>
        <message>
            <source>{down} fell by more than {threshold}, {up} rose by more.</source>
            <translation>{down} fell by more than {threshold}, {up} rose by more.</translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the parcel.</source>
            <translation>
                <numerusform>{known} of {count} pixel of the parcel.</numerusform>
                <numerusform>{known} of {count} pixels of the parcel.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{known} of {count} pixels of the chip.</source>
            <translation>
                <numerusform>{known} of {count} pixel of the chip.</numerusform>
                <numerusform>{known} of {count} pixels of the chip.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open folder of the CbM client …</source>
            <translation>Open folder of the CbM client …</translation>
        </message>
        <message>
            <source>Folder of a parcel, with chip_images</source>
            <translation>Folder of a parcel, with chip_images</translation>
        </message>
        <message>
            <source>Looking into the folder …</source>
            <translation>Looking into the folder …</translation>
        </message>
        <message>
            <source>CbM Chips: folder of the CbM client</source>
            <translation>CbM Chips: folder of the CbM client</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders</source>
            <translation>Save in the CbM client's folders</translation>
        </message>
        <message>
            <source>Data folder of the client</source>
            <translation>Data folder of the client</translation>
        </message>
        <message>
            <source>Choose a folder first.</source>
            <translation>Choose a folder first.</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Data folder</translation>
        </message>
        <message>
            <source>The dates on show, band by band, become &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json and chip_images, as the notebooks of the CbM client have them.</source>
            <translation>The dates on show, band by band, become &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json and chip_images, as the notebooks of the CbM client have them.</translation>
        </message>
        <message>
            <source>Save in the CbM client's folders …</source>
            <translation>Save in the CbM client's folders …</translation>
        </message>
        <message>
            <source>There are no dates to save yet.</source>
            <translation>There are no dates to save yet.</translation>
        </message>
        <message>
            <source>Writing the folder …</source>
            <translation>Writing the folder …</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are saved: {path}</source>
            <translation>
                <numerusform>{count} date is saved: {path}</numerusform>
                <numerusform>{count} dates are saved: {path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates judged anew: {rule}</source>
            <translation>
                <numerusform>{count} date judged anew: {rule}</numerusform>
                <numerusform>{count} dates judged anew: {rule}</numerusform>
            </translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Options …</source>
            <translation>Options …</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Back to the dates</source>
            <translation>Back to the dates</translation>
        </message>
        <message>
            <source>{place} was not read from {source} yet.</source>
            <translation>{place} was not read from {source} yet.</translation>
        </message>
        <message>
            <source>Read it now</source>
            <translation>Read it now</translation>
        </message>
        <message>
            <source>{source} has no date here for {days} with at most {share} % cloud in the scene.</source>
            <translation>{source} has no date here for {days} with at most {share} % cloud in the scene.</translation>
        </message>
        <message>
            <source>Show cloudier dates, too</source>
            <translation>Show cloudier dates, too</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}.</source>
            <translation>{source} has no date here for {days}.</translation>
        </message>
        <message>
            <source>There is none for {days} either.</source>
            <translation>There is none for {days} either.</translation>
        </message>
        <message>
            <source>Pick another place</source>
            <translation>Pick another place</translation>
        </message>
        <message>
            <source>All days were searched: pick another place, or choose another source above.</source>
            <translation>All days were searched: pick another place, or choose another source above.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest are {before} and {after}.</source>
            <translation>{source} has no date here for {days}. The nearest are {before} and {after}.</translation>
        </message>
        <message>
            <source>{source} has no date here for {days}. The nearest is {day}.</source>
            <translation>{source} has no date here for {days}. The nearest is {day}.</translation>
        </message>
        <message>
            <source>Go to {day}</source>
            <translation>Go to {day}</translation>
        </message>
        <message>
            <source>Look in the last 12 months</source>
            <translation>Look in the last 12 months</translation>
        </message>
        <message>
            <source>Look in the season of {year}</source>
            <translation>Look in the season of {year}</translation>
        </message>
        <message>
            <source>The built-in sample shows {where}: there is nothing of it where you clicked.</source>
            <translation>The built-in sample shows {where}: there is nothing of it where you clicked.</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Go there</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Read again</translation>
        </message>
        <message>
            <source>Stopped before the search was back.</source>
            <translation>Stopped before the search was back.</translation>
        </message>
        <message numerus="yes">
            <source>Stopped: {done} of {count} dates of the built-in sample are made, and are kept.</source>
            <translation>
                <numerusform>Stopped: {done} of {count} date of the built-in sample is made, and is kept.</numerusform>
                <numerusform>Stopped: {done} of {count} dates of the built-in sample are made, and are kept.</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>{source} wants a login, or another one ({problem}). Choose it for this source in the options.</source>
            <translation>{source} wants a login, or another one ({problem}). Choose it for this source in the options.</translation>
        </message>
        <message>
            <source>Open the options</source>
            <translation>Open the options</translation>
        </message>
        <message>
            <source>Nothing came from {source}: {problem}</source>
            <translation>Nothing came from {source}: {problem}</translation>
        </message>
        <message>
            <source>The form above says what has to be put right first.</source>
            <translation>The form above says what has to be put right first.</translation>
        </message>
        <message>
            <source>This may read about {dates} and up to {megabytes} MB.</source>
            <translation>This may read about {dates} and up to {megabytes} MB.</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Read them</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Copy the command</translation>
        </message>
        <message>
            <source>Copy these words</source>
            <translation>Copy these words</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Look again</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Install</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Try the built-in sample</source>
            <translation>Try the built-in sample</translation>
        </message>
        <message>
            <source>Pick a parcel</source>
            <translation>Pick a parcel</translation>
        </message>
        <message>
            <source>Pick a place</source>
            <translation>Pick a place</translation>
        </message>
        <message>
            <source>Show its parcels on the map.</source>
            <translation>Show its parcels on the map.</translation>
        </message>
        <message>
            <source>Choose area and year, then click a parcel on the map, or give its id.</source>
            <translation>Choose area and year, then click a parcel on the map, or give its id.</translation>
        </message>
        <message>
            <source>Click a parcel of “{layer}”: its dates appear here.</source>
            <translation>Click a parcel of “{layer}”: its dates appear here.</translation>
        </message>
        <message>
            <source>Add a layer of parcels …</source>
            <translation>Add a layer of parcels …</translation>
        </message>
        <message>
            <source>The map is empty: add a layer of your parcels, or try the built-in sample.</source>
            <translation>The map is empty: add a layer of your parcels, or try the built-in sample.</translation>
        </message>
        <message>
            <source>Click a place on the map, or a parcel of a layer: its dates appear here.</source>
            <translation>Click a place on the map, or a parcel of a layer: its dates appear here.</translation>
        </message>
        <message>
            <source>The source is {source}; another one can be chosen above.</source>
            <translation>The source is {source}; another one can be chosen above.</translation>
        </message>
        <message>
            <source>The built-in sample has made-up pictures of {where}, for trying things out.</source>
            <translation>The built-in sample has made-up pictures of {where}, for trying things out.</translation>
        </message>
        <message>
            <source>Show the sample's parcels</source>
            <translation>Show the sample's parcels</translation>
        </message>
        <message>
            <source>CbM Chips: help</source>
            <translation>CbM Chips: help</translation>
        </message>
        <message>
            <source>Help page</source>
            <translation>Help page</translation>
        </message>
        <message>
            <source>CbM Chips: parcels of the sample</source>
            <translation>CbM Chips: parcels of the sample</translation>
        </message>
        <message>
            <source>Zoom the map to the chip</source>
            <translation>Zoom the map to the chip</translation>
        </message>
        <message>
            <source>Swap the last two dates on the map</source>
            <translation>Swap the last two dates on the map</translation>
        </message>
        <message>
            <source>CbM Chips: keys</source>
            <translation>CbM Chips: keys</translation>
        </message>
        <message>
            <source>Change keys …</source>
            <translation>Change keys …</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>Keys and what they do</source>
            <translation>Keys and what they do</translation>
        </message>
        <message>
            <source>As everywhere</source>
            <translation>As everywhere</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Search keys</source>
            <translation>Search keys</translation>
        </message>
        <message>
            <source>They work while the dates, the plot, or the map with our tool has the focus.</source>
            <translation>They work while the dates, the plot, or the map with our tool has the focus.</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Arrows</translation>
        </message>
        <message>
            <source>Other date</source>
            <translation>Other date</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Tick the date</source>
            <translation>Tick the date</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Load the ticked dates as layers</source>
            <translation>Load the ticked dates as layers</translation>
        </message>
        <message>
            <source>Zoom into all pictures, and out</source>
            <translation>Zoom into all pictures, and out</translation>
        </message>
        <message>
            <source>Whole chip</source>
            <translation>Whole chip</translation>
        </message>
        <message>
            <source>Tick all dates</source>
            <translation>Tick all dates</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Close what lies over the dates, stop what runs</source>
            <translation>Close what lies over the dates, stop what runs</translation>
        </message>
        <message>
            <source>This page</source>
            <translation>This page</translation>
        </message>
        <message>
            <source>Queue of questions</source>
            <translation>Queue of questions</translation>
        </message>
        <message>
            <source>Events and markers</source>
            <translation>Events and markers</translation>
        </message>
        <message>
            <source>Dates and views</source>
            <translation>Dates and views</translation>
        </message>
        <message>
            <source>Animation of the dates</source>
            <translation>Animation of the dates</translation>
        </message>
        <message>
            <source>Cloudy dates, too</source>
            <translation>Cloudy dates, too</translation>
        </message>
        <message>
            <source>Draw the parcel</source>
            <translation>Draw the parcel</translation>
        </message>
        <message>
            <source>Write the date</source>
            <translation>Write the date</translation>
        </message>
        <message>
            <source>Numbered PNGs, too</source>
            <translation>Numbered PNGs, too</translation>
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
            <translation>Time per date</translation>
        </message>
        <message>
            <source>Width, about</source>
            <translation>Width, about</translation>
        </message>
        <message>
            <source>All dates have one stretch, so that what changes is the ground.</source>
            <translation>All dates have one stretch, so that what changes is the ground.</translation>
        </message>
        <message>
            <source>Save as animation …</source>
            <translation>Save as animation …</translation>
        </message>
        <message>
            <source>Writing the animation …</source>
            <translation>Writing the animation …</translation>
        </message>
        <message>
            <source>CbM Chips: animation</source>
            <translation>CbM Chips: animation</translation>
        </message>
        <message>
            <source>Save as animation</source>
            <translation>Save as animation</translation>
        </message>
        <message>
            <source>Animations ({0})</source>
            <translation>Animations ({0})</translation>
        </message>
        <message>
            <source>The animation is saved.</source>
            <translation>The animation is saved.</translation>
        </message>
        <message numerus="yes">
            <source>{count} frames are in {path}.</source>
            <translation>
                <numerusform>{count} frame is in {path}.</numerusform>
                <numerusform>{count} frames are in {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} cloudy dates are left out.</source>
            <translation>
                <numerusform>{count} cloudy date is left out.</numerusform>
                <numerusform>{count} cloudy dates are left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates have no picture.</source>
            <translation>
                <numerusform>{count} date has no picture.</numerusform>
                <numerusform>{count} dates have no picture.</numerusform>
            </translation>
        </message>
        <message>
            <source>Load the dates as footprints (one layer with a time each)</source>
            <translation>Load the dates as footprints (one layer with a time each)</translation>
        </message>
        <message>
            <source>There are no dates to load yet.</source>
            <translation>There are no dates to load yet.</translation>
        </message>
        <message>
            <source>Footprints need a parcel, or a date that was read.</source>
            <translation>Footprints need a parcel, or a date that was read.</translation>
        </message>
        <message numerus="yes">
            <source>{count} dates are a layer now: select one to see its pixels.</source>
            <translation>
                <numerusform>{count} date is a layer now: select it to see its pixels.</numerusform>
                <numerusform>{count} dates are a layer now: select one to see its pixels.</numerusform>
            </translation>
        </message>
        <message>
            <source>This date is not among those on show.</source>
            <translation>This date is not among those on show.</translation>
        </message>
        <message>
            <source>Save as HTML sheet …</source>
            <translation>Save as HTML sheet …</translation>
        </message>
        <message>
            <source>Save as HTML sheet</source>
            <translation>Save as HTML sheet</translation>
        </message>
        <message>
            <source>HTML pages ({0})</source>
            <translation>HTML pages ({0})</translation>
        </message>
        <message>
            <source>Writing the sheet …</source>
            <translation>Writing the sheet …</translation>
        </message>
        <message>
            <source>CbM Chips: HTML sheet</source>
            <translation>CbM Chips: HTML sheet</translation>
        </message>
        <message>
            <source>The sheet is saved: {path}</source>
            <translation>The sheet is saved: {path}</translation>
        </message>
        <message>
            <source>The sheet is saved.</source>
            <translation>The sheet is saved.</translation>
        </message>
        <message>
            <source>Load selected dates as layers</source>
            <translation>Load selected dates as layers</translation>
        </message>
        <message>
            <source>Load all clear dates as layers</source>
            <translation>Load all clear dates as layers</translation>
        </message>
        <message>
            <source>Load selected dates with their classes</source>
            <translation>Load selected dates with their classes</translation>
        </message>
        <message>
            <source>Play in the temporal controller</source>
            <translation>Play in the temporal controller</translation>
        </message>
        <message>
            <source>Load two dates as layers first: then this key swaps them on the map.</source>
            <translation>Load two dates as layers first: then this key swaps them on the map.</translation>
        </message>
        <message>
            <source>Layer on top: {shown}. Hidden: {hidden}.</source>
            <translation>Layer on top: {shown}. Hidden: {hidden}.</translation>
        </message>
        <message>
            <source>Stopped: nothing is loaded.</source>
            <translation>Stopped: nothing is loaded.</translation>
        </message>
        <message>
            <source>Load some dates as layers first: there is nothing to play.</source>
            <translation>Load some dates as layers first: there is nothing to play.</translation>
        </message>
        <message numerus="yes">
            <source>{count} layers of this place are in the project.</source>
            <translation>
                <numerusform>{count} layer of this place is in the project.</numerusform>
                <numerusform>{count} layers of this place are in the project.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these dates has a picture to load.</source>
            <translation>None of these dates has a picture to load.</translation>
        </message>
        <message>
            <source>{count} of {all} could not be loaded: bands are missing that were not read.</source>
            <translation>{count} of {all} could not be loaded: bands are missing that were not read.</translation>
        </message>
        <message>
            <source>Remove the layers of this place</source>
            <translation>Remove the layers of this place</translation>
        </message>
        <message>
            <source>Remove the layers of all places</source>
            <translation>Remove the layers of all places</translation>
        </message>
        <message>
            <source>Remove the layers of “{place}”</source>
            <translation>Remove the layers of “{place}”</translation>
        </message>
        <message>
            <source>The layers are gone from the project; their files are in {folder}.</source>
            <translation>The layers are gone from the project; their files are in {folder}.</translation>
        </message>
        <message>
            <source>This place has no layer in the project: choose a group in the layer tree.</source>
            <translation>This place has no layer in the project: choose a group in the layer tree.</translation>
        </message>
        <message>
            <source>No date has been loaded as a layer in this project.</source>
            <translation>No date has been loaded as a layer in this project.</translation>
        </message>
        <message>
            <source>Show the current date on the map</source>
            <translation>Show the current date on the map</translation>
        </message>
        <message>
            <source>layer</source>
            <translation>layer</translation>
        </message>
        <message>
            <source>Outlines and crops of the parcels around</source>
            <translation>Outlines and crops of the parcels around</translation>
        </message>
        <message>
            <source>No layer on the map has polygons: add one with your parcels.</source>
            <translation>No layer on the map has polygons: add one with your parcels.</translation>
        </message>
        <message>
            <source>CbM Chips: parcels around {place}</source>
            <translation>CbM Chips: parcels around {place}</translation>
        </message>
        <message>
            <source>Of the parcels around, only {count} are drawn: there are more.</source>
            <translation>Of the parcels around, only {count} are drawn: there are more.</translation>
        </message>
        <message>
            <source>Repeat this …</source>
            <translation>Repeat this …</translation>
        </message>
        <message>
            <source>There are no dates to repeat yet.</source>
            <translation>There are no dates to repeat yet.</translation>
        </message>
        <message>
            <source>Repeat this</source>
            <translation>Repeat this</translation>
        </message>
        <message>
            <source>CbM Chips: repeat</source>
            <translation>CbM Chips: repeat</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copied.</translation>
        </message>
        <message>
            <source>At a shell of Linux or macOS</source>
            <translation>At a shell of Linux or macOS</translation>
        </message>
        <message>
            <source>qgis_process at Windows' prompt, such as the OSGeo4W shell</source>
            <translation>qgis_process at Windows' prompt, such as the OSGeo4W shell</translation>
        </message>
        <message>
            <source>With the plugin on Python's path, or in QGIS's console</source>
            <translation>With the plugin on Python's path, or in QGIS's console</translation>
        </message>
        <message>
            <source>What the CbM service is asked: its answer lists the files</source>
            <translation>What the CbM service is asked: its answer lists the files</translation>
        </message>
        <message>
            <source>False colour</source>
            <translation>False colour</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>More composites and indices</source>
            <translation>More composites and indices</translation>
        </message>
        <message>
            <source>Last places</source>
            <translation>Last places</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>None yet</translation>
        </message>
        <message>
            <source>CbM Chips: observability</source>
            <translation>CbM Chips: observability</translation>
        </message>
        <message>
            <source>✓ usable</source>
            <translation>✓ usable</translation>
        </message>
        <message>
            <source>⚠ too small</source>
            <translation>⚠ too small</translation>
        </message>
        <message numerus="yes">
            <source>{count} full pixels</source>
            <translation>
                <numerusform>{count} full pixel</numerusform>
                <numerusform>{count} full pixels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>longest gap {count} days</source>
            <translation>
                <numerusform>longest gap {count} day</numerusform>
                <numerusform>longest gap {count} days</numerusform>
            </translation>
        </message>
        <message>
            <source>Usable: at least 8 pixels of 10 m lie wholly in the parcel, and less than 60 % of them are lost where the outline is shrunk by 5 m.</source>
            <translation>Usable: at least 8 pixels of 10 m lie wholly in the parcel, and less than 60 % of them are lost where the outline is shrunk by 5 m.</translation>
        </message>
        <message>
            <source>Here {lost} % are lost.</source>
            <translation>Here {lost} % are lost.</translation>
        </message>
        <message>
            <source>Source: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</source>
            <translation>Source: Vajsova et al. 2020, Remote Sensing 12(14), 2195.</translation>
        </message>
        <message numerus="yes">
            <source>Seen clear on {count} days.</source>
            <translation>
                <numerusform>Seen clear on {count} day.</numerusform>
                <numerusform>Seen clear on {count} days.</numerusform>
            </translation>
        </message>
        <message>
            <source>The first and the last day of the period count as ends of a gap.</source>
            <translation>The first and the last day of the period count as ends of a gap.</translation>
        </message>
        <message>
            <source>Series of all parcels of this layer</source>
            <translation>Series of all parcels of this layer</translation>
        </message>
        <message>
            <source>Series of the selected parcels</source>
            <translation>Series of the selected parcels</translation>
        </message>
        <message>
            <source>Stop the series</source>
            <translation>Stop the series</translation>
        </message>
        <message>
            <source>No parcel is selected: select some in a polygon layer.</source>
            <translation>No parcel is selected: select some in a polygon layer.</translation>
        </message>
        <message>
            <source>The series of “{layer}” is being read; QGIS's list of tasks shows how far.</source>
            <translation>The series of “{layer}” is being read; QGIS's list of tasks shows how far.</translation>
        </message>
        <message>
            <source>Series of parcels</source>
            <translation>Series of parcels</translation>
        </message>
        <message>
            <source>What is kept from earlier is not read again; what is read until you stop becomes the table.</source>
            <translation>What is kept from earlier is not read again; what is read until you stop becomes the table.</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Read it</translation>
        </message>
        <message>
            <source>Series of {layer}</source>
            <translation>Series of {layer}</translation>
        </message>
        <message>
            <source>{level} alone, which has SCL</source>
            <translation>{level} alone, which has SCL</translation>
        </message>
        <message>
            <source>Nothing was read.</source>
            <translation>Nothing was read.</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in “{table}”.</source>
            <translation>
                <numerusform>{count} row is in “{table}”.</numerusform>
                <numerusform>{count} rows are in “{table}”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} dates and parcels failed; the table says why.</source>
            <translation>
                <numerusform>{count} date or parcel failed; the table says why.</numerusform>
                <numerusform>{count} dates and parcels failed; the table says why.</numerusform>
            </translation>
        </message>
        <message>
            <source>Large view</source>
            <translation>Large view</translation>
        </message>
        <message>
            <source>Next view of the dates</source>
            <translation>Next view of the dates</translation>
        </message>
        <message>
            <source>How new are the sources here?</source>
            <translation>How new are the sources here?</translation>
        </message>
        <message>
            <source>There is no source that could be asked.</source>
            <translation>There is no source that could be asked.</translation>
        </message>
        <message>
            <source>Newest date at {place}: {day}</source>
            <translation>Newest date at {place}: {day}</translation>
        </message>
        <message>
            <source>Asking {source} for the parcel …</source>
            <translation>Asking {source} for the parcel …</translation>
        </message>
        <message>
            <source>not known ({problem})</source>
            <translation>not known ({problem})</translation>
        </message>
        <message>
            <source>none in {days} days</source>
            <translation>none in {days} days</translation>
        </message>
        <message>
            <source>Newest dates here: {rows}.</source>
            <translation>Newest dates here: {rows}.</translation>
        </message>
        <message>
            <source>{source} is behind here. Newest dates: {source}: {day}; {other}: {newer}.</source>
            <translation>{source} is behind here. Newest dates: {source}: {day}; {other}: {newer}.</translation>
        </message>
        <message>
            <source>{source} seems to be behind here. Newest date: {day}.</source>
            <translation>{source} seems to be behind here. Newest date: {day}.</translation>
        </message>
        <message>
            <source>{source} did not answer: only what was found there before is shown.</source>
            <translation>{source} did not answer: only what was found there before is shown.</translation>
        </message>
        <message>
            <source>No picture could be read from {source}.</source>
            <translation>No picture could be read from {source}.</translation>
        </message>
        <message>
            <source>Use {source}</source>
            <translation>Use {source}</translation>
        </message>
        <message>
            <source>Asking the sources for their newest dates … (Esc stops it)</source>
            <translation>Asking the sources for their newest dates … (Esc stops it)</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Retry</translation>
        </message>
        <message>
            <source>Read the failed dates again</source>
            <translation>Read the failed dates again</translation>
        </message>
        <message>
            <source>Read the dates that were not read</source>
            <translation>Read the dates that were not read</translation>
        </message>
        <message>
            <source>Stop reading; what is here stays (Esc)</source>
            <translation>Stop reading; what is here stays (Esc)</translation>
        </message>
        <message>
            <source>Retry {count}</source>
            <translation>Retry {count}</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} dates</source>
            <translation>
                <numerusform>{done} of {count} date</numerusform>
                <numerusform>{done} of {count} dates</numerusform>
            </translation>
        </message>
        <message>
            <source>{dates} in {seconds} s</source>
            <translation>{dates} in {seconds} s</translation>
        </message>
        <message>
            <source>{count} from cache</source>
            <translation>{count} from cache</translation>
        </message>
        <message>
            <source>Stopped: {progress}</source>
            <translation>Stopped: {progress}</translation>
        </message>
        <message>
            <source>{count} clear</source>
            <translation>{count} clear</translation>
        </message>
        <message>
            <source>{count} doubtful</source>
            <translation>{count} doubtful</translation>
        </message>
        <message>
            <source>{count} partly</source>
            <translation>{count} partly</translation>
        </message>
        <message>
            <source>{count} cloudy</source>
            <translation>{count} cloudy</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} failed</translation>
        </message>
        <message>
            <source>Places, layers, help</source>
            <translation>Places, layers, help</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Chosen class by class in the plugin's options</source>
            <translation>Chosen class by class in the plugin's options</translation>
        </message>
        <message>
            <source>Bad SCL classes: {codes}</source>
            <translation>Bad SCL classes: {codes}</translation>
        </message>
        <message>
            <source>Show or hide the fields</source>
            <translation>Show or hide the fields</translation>
        </message>
        <message>
            <source>Usual periods</source>
            <translation>Usual periods</translation>
        </message>
        <message>
            <source>Days as given</source>
            <translation>Days as given</translation>
        </message>
        <message>
            <source>Last 3 months</source>
            <translation>Last 3 months</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>Last 12 months</translation>
        </message>
        <message>
            <source>Season of {year}</source>
            <translation>Season of {year}</translation>
        </message>
        <message>
            <source>Composite</source>
            <translation>Composite</translation>
        </message>
        <message>
            <source>Three bands of your own</source>
            <translation>Three bands of your own</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Green</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Blue</translation>
        </message>
        <message>
            <source>One for all dates</source>
            <translation>One for all dates</translation>
        </message>
        <message>
            <source>Each date its own</source>
            <translation>Each date its own</translation>
        </message>
        <message>
            <source>Fixed values</source>
            <translation>Fixed values</translation>
        </message>
        <message>
            <source>Numbers of the stretch</source>
            <translation>Numbers of the stretch</translation>
        </message>
        <message>
            <source>Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high for red, green and blue.</source>
            <translation>Two percentiles, such as 5_95, or six values of reflectance x 10 000: low_high for red, green and blue.</translation>
        </message>
        <message>
            <source>Edge of the chip in metres</source>
            <translation>Edge of the chip in metres</translation>
        </message>
        <message>
            <source>{pixels} × {pixels} px</source>
            <translation>{pixels} × {pixels} px</translation>
        </message>
        <message>
            <source>Pixels of 10 m; bands of 20 m have half as many each way.</source>
            <translation>Pixels of 10 m; bands of 20 m have half as many each way.</translation>
        </message>
        <message>
            <source>None: show the bands</source>
            <translation>None: show the bands</translation>
        </message>
        <message>
            <source>Processing level</source>
            <translation>Processing level</translation>
        </message>
        <message>
            <source>Most clouds in the whole scene, per cent</source>
            <translation>Most clouds in the whole scene, per cent</translation>
        </message>
        <message>
            <source>Scenes that are cloudier as a whole are not looked at.</source>
            <translation>Scenes that are cloudier as a whole are not looked at.</translation>
        </message>
        <message>
            <source>Read the bands only where the place is clear by its SCL.</source>
            <translation>Read the bands only where the place is clear by its SCL.</translation>
        </message>
        <message>
            <source>Of several pictures of one day, the clearest.</source>
            <translation>Of several pictures of one day, the clearest.</translation>
        </message>
        <message>
            <source>Reads Sen2Cor's cloud probability as well, one more file per date, where the source has it (Earth Search). A clear date with 40 % or more on a fifth of its pixels is marked as doubtful.</source>
            <translation>Reads Sen2Cor's cloud probability as well, one more file per date, where the source has it (Earth Search). A clear date with 40 % or more on a fifth of its pixels is marked as doubtful.</translation>
        </message>
        <message>
            <source>About {dates}, up to {megabytes} MB to read.</source>
            <translation>About {dates}, up to {megabytes} MB to read.</translation>
        </message>
        <message>
            <source>Source of the images</source>
            <translation>Source of the images</translation>
        </message>
        <message>
            <source>Take the last answer back</source>
            <translation>Take the last answer back</translation>
        </message>
        <message>
            <source>Give the answer again</source>
            <translation>Give the answer again</translation>
        </message>
        <message>
            <source>Answer the selected parcels …</source>
            <translation>Answer the selected parcels …</translation>
        </message>
        <message>
            <source>Reason of the next answer</source>
            <translation>Reason of the next answer</translation>
        </message>
        <message>
            <source>Confidence of the next answer</source>
            <translation>Confidence of the next answer</translation>
        </message>
        <message>
            <source>Comment on the next answer</source>
            <translation>Comment on the next answer</translation>
        </message>
        <message>
            <source>Open a record of answers …</source>
            <translation>Open a record of answers …</translation>
        </message>
        <message>
            <source>Write the answer again</source>
            <translation>Write the answer again</translation>
        </message>
        <message>
            <source>Discard the answer</source>
            <translation>Discard the answer</translation>
        </message>
        <message>
            <source>Answer without a key, number {number}</source>
            <translation>Answer without a key, number {number}</translation>
        </message>
        <message>
            <source>Answer: {label}</source>
            <translation>Answer: {label}</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>No reason</translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of “{code}”</source>
            <translation>
                <numerusform>{count} open question of “{code}”</numerusform>
                <numerusform>{count} open questions of “{code}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of “{code}”</source>
            <translation>
                <numerusform>{count} question of “{code}”</numerusform>
                <numerusform>{count} questions of “{code}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} open questions of all groups</source>
            <translation>
                <numerusform>{count} open question of all groups</numerusform>
                <numerusform>{count} open questions of all groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions of all groups</source>
            <translation>
                <numerusform>{count} question of all groups</numerusform>
                <numerusform>{count} questions of all groups</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer the selected parcels</source>
            <translation>Answer the selected parcels</translation>
        </message>
        <message>
            <source>Each question has a row of its own in the record. Of parcels that are not on show it says that nothing was looked at.</source>
            <translation>Each question has a row of its own in the record. Of parcels that are not on show it says that nothing was looked at.</translation>
        </message>
        <message numerus="yes">
            <source>Answer {count} questions</source>
            <translation>
                <numerusform>Answer {count} question</numerusform>
                <numerusform>Answer {count} questions</numerusform>
            </translation>
        </message>
        <message>
            <source>Record of answers</source>
            <translation>Record of answers</translation>
        </message>
        <message>
            <source>GeoPackage</source>
            <translation>GeoPackage</translation>
        </message>
        <message>
            <source>File of the record</source>
            <translation>File of the record</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Answers are kept in a file of their own; nothing in it is ever overwritten. A file that is there already is gone on with.</source>
            <translation>Answers are kept in a file of their own; nothing in it is ever overwritten. A file that is there already is gone on with.</translation>
        </message>
        <message>
            <source>“{window}” {first} to {last}</source>
            <translation>“{window}” {first} to {last}</translation>
        </message>
        <message>
            <source>No question</source>
            <translation>No question</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>second look, blind</source>
            <translation>second look, blind</translation>
        </message>
        <message>
            <source>Evidence of inspected parcels</source>
            <translation>Evidence of inspected parcels</translation>
        </message>
        <message>
            <source>Folder for the evidence</source>
            <translation>Folder for the evidence</translation>
        </message>
        <message>
            <source>The sheet as a PDF, too</source>
            <translation>The sheet as a PDF, too</translation>
        </message>
        <message>
            <source>The pixels as GeoTIFFs, too</source>
            <translation>The pixels as GeoTIFFs, too</translation>
        </message>
        <message>
            <source>A zip for each parcel instead of a folder</source>
            <translation>A zip for each parcel instead of a folder</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Each parcel gets a folder of its own with the sheet, the rows of the record, the pictures and the list of their hashes. An index lists all bundles of the folder; what else is in it stays.</source>
            <translation>Each parcel gets a folder of its own with the sheet, the rows of the record, the pictures and the list of their hashes. An index lists all bundles of the folder; what else is in it stays.</translation>
        </message>
        <message>
            <source>Of this parcel …</source>
            <translation>Of this parcel …</translation>
        </message>
        <message>
            <source>Of the selected parcels …</source>
            <translation>Of the selected parcels …</translation>
        </message>
        <message>
            <source>Of the whole queue …</source>
            <translation>Of the whole queue …</translation>
        </message>
        <message>
            <source>Evidence to hand on</source>
            <translation>Evidence to hand on</translation>
        </message>
        <message>
            <source>There is no parcel on show.</source>
            <translation>There is no parcel on show.</translation>
        </message>
        <message>
            <source>Evidence of parcel {parcel}.</source>
            <translation>Evidence of parcel {parcel}.</translation>
        </message>
        <message>
            <source>No parcel is selected.</source>
            <translation>No parcel is selected.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} selected parcels.</source>
            <translation>
                <numerusform>Evidence of {count} selected parcel.</numerusform>
                <numerusform>Evidence of {count} selected parcels.</numerusform>
            </translation>
        </message>
        <message>
            <source>Evidence of all parcels that have answers.</source>
            <translation>Evidence of all parcels that have answers.</translation>
        </message>
        <message>
            <source>Writing the evidence …</source>
            <translation>Writing the evidence …</translation>
        </message>
        <message>
            <source>There is no record of answers yet: open one first.</source>
            <translation>There is no record of answers yet: open one first.</translation>
        </message>
        <message>
            <source>Evidence is being written already; cancel that first.</source>
            <translation>Evidence is being written already; cancel that first.</translation>
        </message>
        <message>
            <source>Evidence: {done} of {count} parcels</source>
            <translation>Evidence: {done} of {count} parcels</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} bundles are in the folder.</source>
            <translation>
                <numerusform>Cancelled: {count} bundle is in the folder.</numerusform>
                <numerusform>Cancelled: {count} bundles are in the folder.</numerusform>
            </translation>
        </message>
        <message>
            <source>None of these parcels has an answer in the record.</source>
            <translation>None of these parcels has an answer in the record.</translation>
        </message>
        <message numerus="yes">
            <source>Evidence of {count} parcels is written.</source>
            <translation>
                <numerusform>Evidence of {count} parcel is written.</numerusform>
                <numerusform>Evidence of {count} parcels is written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} pictures are proved.</source>
            <translation>
                <numerusform>{count} picture is proved.</numerusform>
                <numerusform>{count} pictures are proved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} are not; the sheets say why.</source>
            <translation>
                <numerusform>{count} is not; the sheets say why.</numerusform>
                <numerusform>{count} are not; the sheets say why.</numerusform>
            </translation>
        </message>
        <message>
            <source>{answer}: why?</source>
            <translation>{answer}: why?</translation>
        </message>
        <message>
            <source>No parcel of the queue is selected in its layer.</source>
            <translation>No parcel of the queue is selected in its layer.</translation>
        </message>
        <message>
            <source>Buttons of answers</source>
            <translation>Buttons of answers</translation>
        </message>
        <message>
            <source>New answer</source>
            <translation>New answer</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>Go on after an answer</source>
            <translation>Go on after an answer</translation>
        </message>
        <message>
            <source>An answer goes on to the next question that is open</source>
            <translation>An answer goes on to the next question that is open</translation>
        </message>
        <message>
            <source>The file with the scheme was still being read.</source>
            <translation>The file with the scheme was still being read.</translation>
        </message>
        <message>
            <source>Reading the file …</source>
            <translation>Reading the file …</translation>
        </message>
        <message>
            <source>Read a scheme</source>
            <translation>Read a scheme</translation>
        </message>
        <message>
            <source>Write the scheme</source>
            <translation>Write the scheme</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campaign</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Legal windows …</source>
            <translation>Legal windows …</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Restore defaults</translation>
        </message>
        <message>
            <source>Reason codes, one a line</source>
            <translation>Reason codes, one a line</translation>
        </message>
        <message>
            <source>Questions by group</source>
            <translation>Questions by group</translation>
        </message>
        <message>
            <source>Read a scheme …</source>
            <translation>Read a scheme …</translation>
        </message>
        <message>
            <source>Write the scheme …</source>
            <translation>Write the scheme …</translation>
        </message>
        <message>
            <source>Read from {file}.</source>
            <translation>Read from {file}.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>all</source>
            <translation>all</translation>
        </message>
        <message>
            <source>Open a queue of parcels …</source>
            <translation>Open a queue of parcels …</translation>
        </message>
        <message>
            <source>Go on with the inspection of the record</source>
            <translation>Go on with the inspection of the record</translation>
        </message>
        <message>
            <source>More of the queue</source>
            <translation>More of the queue</translation>
        </message>
        <message>
            <source>Previous of the queue</source>
            <translation>Previous of the queue</translation>
        </message>
        <message>
            <source>Next of the queue</source>
            <translation>Next of the queue</translation>
        </message>
        <message>
            <source>Next undecided of the queue</source>
            <translation>Next undecided of the queue</translation>
        </message>
        <message>
            <source>Go to an id in the queue</source>
            <translation>Go to an id in the queue</translation>
        </message>
        <message>
            <source>What does not join …</source>
            <translation>What does not join …</translation>
        </message>
        <message>
            <source>Second look …</source>
            <translation>Second look …</translation>
        </message>
        <message>
            <source>Agreement of both looks …</source>
            <translation>Agreement of both looks …</translation>
        </message>
        <message>
            <source>One stretch for all these parcels, so that they compare</source>
            <translation>One stretch for all these parcels, so that they compare</translation>
        </message>
        <message>
            <source>Close the queue; its record stays</source>
            <translation>Close the queue; its record stays</translation>
        </message>
        <message>
            <source>Place in the queue</source>
            <translation>Place in the queue</translation>
        </message>
        <message>
            <source>Second look</source>
            <translation>Second look</translation>
        </message>
        <message>
            <source>Go to id</source>
            <translation>Go to id</translation>
        </message>
        <message>
            <source>Id of the parcel to go to</source>
            <translation>Id of the parcel to go to</translation>
        </message>
        <message>
            <source>Id of a parcel of the queue, then Enter</source>
            <translation>Id of a parcel of the queue, then Enter</translation>
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
            <translation>In the sample</translation>
        </message>
        <message>
            <source>Parcels of the group</source>
            <translation>Parcels of the group</translation>
        </message>
        <message>
            <source>To inspect</source>
            <translation>To inspect</translation>
        </message>
        <message>
            <source>With the number of parcels of the whole group: 5 % of fewer than 6,000, else 300. What stands behind them in the sample is the reserve.</source>
            <translation>With the number of parcels of the whole group: 5 % of fewer than 6,000, else 300. What stands behind them in the sample is the reserve.</translation>
        </message>
        <message>
            <source>A number; empty inspects all, without a reserve.</source>
            <translation>A number; empty inspects all, without a reserve.</translation>
        </message>
        <message>
            <source>at least one bucket</source>
            <translation>at least one bucket</translation>
        </message>
        <message>
            <source>a whole number, or nothing for all</source>
            <translation>a whole number, or nothing for all</translation>
        </message>
        <message>
            <source>Nothing is answered yet that could come up again.</source>
            <translation>Nothing is answered yet that could come up again.</translation>
        </message>
        <message>
            <source>Go on with the inspection: {place}, {decided} decided.</source>
            <translation>Go on with the inspection: {place}, {decided} decided.</translation>
        </message>
        <message>
            <source>Back to the first look</source>
            <translation>Back to the first look</translation>
        </message>
        <message>
            <source>Open a queue of parcels to inspect</source>
            <translation>Open a queue of parcels to inspect</translation>
        </message>
        <message>
            <source>Open the queue</source>
            <translation>Open the queue</translation>
        </message>
        <message>
            <source>Choose a file for the answers.</source>
            <translation>Choose a file for the answers.</translation>
        </message>
        <message>
            <source>Choose the sample's file, or any table with ids of parcels.</source>
            <translation>Choose the sample's file, or any table with ids of parcels.</translation>
        </message>
        <message>
            <source>Choose the layer with the parcels, and the field with their ids.</source>
            <translation>Choose the layer with the parcels, and the field with their ids.</translation>
        </message>
        <message>
            <source>Looking for the parcels …</source>
            <translation>Looking for the parcels …</translation>
        </message>
        <message numerus="yes">
            <source>Take {count} ids that differ from the layer's in leading zeros only</source>
            <translation>
                <numerusform>Take {count} id that differs from the layer's in leading zeros only</numerusform>
                <numerusform>Take {count} ids that differ from the layer's in leading zeros only</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions</source>
            <translation>
                <numerusform>{count} question</numerusform>
                <numerusform>{count} questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of {count} parcels</source>
            <translation>
                <numerusform>of {count} parcel</numerusform>
                <numerusform>of {count} parcels</numerusform>
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
            <translation>Layer of parcels</translation>
        </message>
        <message>
            <source>Field with their ids</source>
            <translation>Field with their ids</translation>
        </message>
        <message>
            <source>Column with the ids</source>
            <translation>Column with the ids</translation>
        </message>
        <message>
            <source>Column with the buckets</source>
            <translation>Column with the buckets</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Questions</translation>
        </message>
        <message>
            <source>Answers go to</source>
            <translation>Answers go to</translation>
        </message>
        <message>
            <source>Buckets: enter the number of parcels of a whole group to inspect as many as the rule wants, or a number of your own. The rest of the sample is the reserve.</source>
            <translation>Buckets: enter the number of parcels of a whole group to inspect as many as the rule wants, or a number of your own. The rest of the sample is the reserve.</translation>
        </message>
        <message>
            <source>Ids</source>
            <translation>Ids</translation>
        </message>
        <message>
            <source>Record of the answers</source>
            <translation>Record of the answers</translation>
        </message>
        <message>
            <source>Records ({0})</source>
            <translation>Records ({0})</translation>
        </message>
        <message>
            <source>Choose: {name}</source>
            <translation>Choose: {name}</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>What does not join</source>
            <translation>What does not join</translation>
        </message>
        <message>
            <source>CbM Chips: queue</source>
            <translation>CbM Chips: queue</translation>
        </message>
        <message>
            <source>Save as CSV …</source>
            <translation>Save as CSV …</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are not in the queue.</source>
            <translation>
                <numerusform>{count} row is not in the queue.</numerusform>
                <numerusform>{count} rows are not in the queue.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows are in it with a note.</source>
            <translation>
                <numerusform>{count} row is in it with a note.</numerusform>
                <numerusform>{count} rows are in it with a note.</numerusform>
            </translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>a parcel that is still in its layer</source>
            <translation>a parcel that is still in its layer</translation>
        </message>
        <message>
            <source>A file: JRC's QUASSA sample, or any table</source>
            <translation>A file: JRC's QUASSA sample, or any table</translation>
        </message>
        <message>
            <source>All parcels of the layer</source>
            <translation>All parcels of the layer</translation>
        </message>
        <message>
            <source>The selected parcels of the layer</source>
            <translation>The selected parcels of the layer</translation>
        </message>
        <message>
            <source>Table “{name}”</source>
            <translation>Table “{name}”</translation>
        </message>
        <message>
            <source>File of the sample</source>
            <translation>File of the sample</translation>
        </message>
        <message>
            <source>All files ({0})</source>
            <translation>All files ({0})</translation>
        </message>
        <message>
            <source>The parcels of this queue are in the layer “{layer}” with the field “{field}”: add it to the project, then open the record again.</source>
            <translation>The parcels of this queue are in the layer “{layer}” with the field “{field}”: add it to the project, then open the record again.</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels of the queue are not in the layer any more.</source>
            <translation>
                <numerusform>{count} parcel of the queue is not in the layer any more.</numerusform>
                <numerusform>{count} parcels of the queue are not in the layer any more.</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue is empty.</source>
            <translation>The queue is empty.</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} of {count}</translation>
        </message>
        <message>
            <source>bucket {bucket}: {number} of {count}</source>
            <translation>bucket {bucket}: {number} of {count}</translation>
        </message>
        <message>
            <source>{decided} decided</source>
            <translation>{decided} decided</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>replaced</translation>
        </message>
        <message>
            <source>this one, too</source>
            <translation>this one, too</translation>
        </message>
        <message>
            <source>Covered by VHR</source>
            <translation>Covered by VHR</translation>
        </message>
        <message>
            <source>Colour the parcels by their answers</source>
            <translation>Colour the parcels by their answers</translation>
        </message>
        <message>
            <source>Open a record first, and a layer of parcels, which is what is coloured.</source>
            <translation>Open a record first, and a layer of parcels, which is what is coloured.</translation>
        </message>
        <message>
            <source>Export the answers …</source>
            <translation>Export the answers …</translation>
        </message>
        <message>
            <source>Save a copy of the record …</source>
            <translation>Save a copy of the record …</translation>
        </message>
        <message>
            <source>The answers can be exported when the second look is over.</source>
            <translation>The answers can be exported when the second look is over.</translation>
        </message>
        <message>
            <source>Spreadsheets ({0})</source>
            <translation>Spreadsheets ({0})</translation>
        </message>
        <message>
            <source>Export the answers</source>
            <translation>Export the answers</translation>
        </message>
        <message>
            <source>Save a copy of the record</source>
            <translation>Save a copy of the record</translation>
        </message>
        <message>
            <source>Saved in {folder}: {files}</source>
            <translation>Saved in {folder}: {files}</translation>
        </message>
        <message>
            <source>CbM Chips: answers</source>
            <translation>CbM Chips: answers</translation>
        </message>
        <message>
            <source>No record of answers is open.</source>
            <translation>No record of answers is open.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions were chosen before: they go on.</source>
            <translation>
                <numerusform>{count} question was chosen before: it goes on.</numerusform>
                <numerusform>{count} questions were chosen before: they go on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} questions come up again.</source>
            <translation>
                <numerusform>{count} question comes up again.</numerusform>
                <numerusform>{count} questions come up again.</numerusform>
            </translation>
        </message>
        <message>
            <source>Share of the answered questions</source>
            <translation>Share of the answered questions</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>These questions are answered again without what was said of them. The same seed chooses the same ones; they are kept in the record.</source>
            <translation>These questions are answered again without what was said of them. The same seed chooses the same ones; they are kept in the record.</translation>
        </message>
        <message>
            <source>Agreement of both looks</source>
            <translation>Agreement of both looks</translation>
        </message>
        <message>
            <source>CbM Chips: agreement</source>
            <translation>CbM Chips: agreement</translation>
        </message>
        <message>
            <source>Questions with different answers</source>
            <translation>Questions with different answers</translation>
        </message>
        <message>
            <source>No question has two answers yet.</source>
            <translation>No question has two answers yet.</translation>
        </message>
        <message numerus="yes">
            <source>{count} questions with different answers:</source>
            <translation>
                <numerusform>{count} question with different answers:</numerusform>
                <numerusform>{count} questions with different answers:</numerusform>
            </translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same answer twice; Cohen's kappa: {kappa}.</source>
            <translation>{agreed} of {both} questions have the same answer twice; Cohen's kappa: {kappa}.</translation>
        </message>
        <message>
            <source>not defined</source>
            <translation>not defined</translation>
        </message>
        <message>
            <source>Twice answered</source>
            <translation>Twice answered</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>The same</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Agreement</translation>
        </message>
        <message>
            <source>Kappa</source>
            <translation>Kappa</translation>
        </message>
        <message>
            <source>All</source>
            <translation>All</translation>
        </message>
        <message>
            <source>First look</source>
            <translation>First look</translation>
        </message>
        <message>
            <source>By</source>
            <translation>By</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>confirmed</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>not confirmed</translation>
        </message>
        <message>
            <source>inconclusive</source>
            <translation>inconclusive</translation>
        </message>
        <message>
            <source>cannot be inspected</source>
            <translation>cannot be inspected</translation>
        </message>
        <message>
            <source>Event: last date before it</source>
            <translation>Event: last date before it</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Event: first date after it</source>
            <translation>Event: first date after it</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Take the last mark of an event back</source>
            <translation>Take the last mark of an event back</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Copy the events as text</source>
            <translation>Copy the events as text</translation>
        </message>
        <message>
            <source>Confirm the machine's marker</source>
            <translation>Confirm the machine's marker</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>Refute the machine's marker</source>
            <translation>Refute the machine's marker</translation>
        </message>
        <message>
            <source>Refute</source>
            <translation>Refute</translation>
        </message>
        <message>
            <source>I have answered: show the machine's answer</source>
            <translation>I have answered: show the machine's answer</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Show it</translation>
        </message>
        <message>
            <source>The events are in the clipboard.</source>
            <translation>The events are in the clipboard.</translation>
        </message>
        <message>
            <source>Agreement of machine and person</source>
            <translation>Agreement of machine and person</translation>
        </message>
        <message>
            <source>Save the table …</source>
            <translation>Save the table …</translation>
        </message>
        <message>
            <source>Save all answers …</source>
            <translation>Save all answers …</translation>
        </message>
        <message>
            <source>Refuted</source>
            <translation>Refuted</translation>
        </message>
        <message>
            <source>Not looked at</source>
            <translation>Not looked at</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Looked at</translation>
        </message>
        <message>
            <source>Blind</source>
            <translation>Blind</translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join:</source>
            <translation>
                <numerusform>{count} row does not join:</numerusform>
                <numerusform>{count} rows do not join:</numerusform>
            </translation>
        </message>
        <message>
            <source>Events and markers of this parcel</source>
            <translation>Events and markers of this parcel</translation>
        </message>
        <message>
            <source>Neighbours of the same crop</source>
            <translation>Neighbours of the same crop</translation>
        </message>
        <message>
            <source>Field with the crop</source>
            <translation>Field with the crop</translation>
        </message>
        <message>
            <source>No layer with parcels</source>
            <translation>No layer with parcels</translation>
        </message>
        <message>
            <source>The neighbours of the same crop are being read …</source>
            <translation>The neighbours of the same crop are being read …</translation>
        </message>
        <message>
            <source>A point has no neighbours: pick a parcel.</source>
            <translation>A point has no neighbours: pick a parcel.</translation>
        </message>
        <message>
            <source>CbM Chips: neighbours of {place}</source>
            <translation>CbM Chips: neighbours of {place}</translation>
        </message>
        <message>
            <source>Neighbours are read of L2A products, which have a scene classification.</source>
            <translation>Neighbours are read of L2A products, which have a scene classification.</translation>
        </message>
        <message>
            <source>No layer on the map says what grows: choose the field with the crop.</source>
            <translation>No layer on the map says what grows: choose the field with the crop.</translation>
        </message>
        <message>
            <source>Neighbours, same crop</source>
            <translation>Neighbours, same crop</translation>
        </message>
        <message>
            <source>The server names no parcel of the same crop within 1 km.</source>
            <translation>The server names no parcel of the same crop within 1 km.</translation>
        </message>
        <message>
            <source>The layer does not say what grows on this parcel.</source>
            <translation>The layer does not say what grows on this parcel.</translation>
        </message>
        <message>
            <source>No neighbour within 1 km grows “{crop}”.</source>
            <translation>No neighbour within 1 km grows “{crop}”.</translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same crop up to {far} m away, by the server, over all their pixels: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} neighbour of the same crop up to {far} m away, by the server, over all its pixels: band of the middle half (p25 to p75).</numerusform>
                <numerusform>{count} neighbours of the same crop up to {far} m away, by the server, over all their pixels: band of their middle half (p25 to p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of the same group as “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} neighbour of the same group as “{crop}” up to {far} m away: band of the middle half (p25 to p75).</numerusform>
                <numerusform>{count} neighbours of the same group as “{crop}” up to {far} m away: band of their middle half (p25 to p75).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to p75).</source>
            <translation>
                <numerusform>{count} neighbour of “{crop}” up to {far} m away: band of the middle half (p25 to p75).</numerusform>
                <numerusform>{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to p75).</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} on {day}: rank {rank} of {count}, 1 is the highest.</source>
            <translation>{name} on {day}: rank {rank} of {count}, 1 is the highest.</translation>
        </message>
        <message>
            <source>Check the machine: open its markers …</source>
            <translation>Check the machine: open its markers …</translation>
        </message>
        <message>
            <source>Markers ({0})</source>
            <translation>Markers ({0})</translation>
        </message>
        <message>
            <source>Markers of Sen4CAP or JRC</source>
            <translation>Markers of Sen4CAP or JRC</translation>
        </message>
        <message>
            <source>CbM Chips: markers of {file}</source>
            <translation>CbM Chips: markers of {file}</translation>
        </message>
        <message numerus="yes">
            <source>{count} markers of {parcels} parcels are read.</source>
            <translation>
                <numerusform>{count} marker of {parcels} parcels is read.</numerusform>
                <numerusform>{count} markers of {parcels} parcels are read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} rows do not join; the table of agreement lists them.</source>
            <translation>
                <numerusform>{count} row does not join; the table of agreement lists it.</numerusform>
                <numerusform>{count} rows do not join; the table of agreement lists them.</numerusform>
            </translation>
        </message>
        <message>
            <source>Event {number}</source>
            <translation>Event {number}</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Gap</translation>
        </message>
        <message>
            <source>Event {number}: after this</source>
            <translation>Event {number}: after this</translation>
        </message>
        <message>
            <source>Event {number}: by this</source>
            <translation>Event {number}: by this</translation>
        </message>
        <message>
            <source>What the machine says is hidden until I have answered</source>
            <translation>What the machine says is hidden until I have answered</translation>
        </message>
        <message>
            <source>No event is marked; clear dates cover “{window}”.</source>
            <translation>No event is marked; clear dates cover “{window}”.</translation>
        </message>
        <message>
            <source>No event is marked; in “{window}” there is {gap}.</source>
            <translation>No event is marked; in “{window}” there is {gap}.</translation>
        </message>
        <message>
            <source>The machine's answer is hidden until you have answered.</source>
            <translation>The machine's answer is hidden until you have answered.</translation>
        </message>
        <message>
            <source>The machine has found nothing on this parcel.</source>
            <translation>The machine has found nothing on this parcel.</translation>
        </message>
        <message>
            <source>The file of markers does not speak of this parcel.</source>
            <translation>The file of markers does not speak of this parcel.</translation>
        </message>
        <message>
            <source>No window</source>
            <translation>No window</translation>
        </message>
        <message>
            <source>{done} of {count}</source>
            <translation>{done} of {count}</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} markers answered</source>
            <translation>
                <numerusform>{done} of {count} marker answered</numerusform>
                <numerusform>{done} of {count} markers answered</numerusform>
            </translation>
        </message>
        <message>
            <source>Table …</source>
            <translation>Table …</translation>
        </message>
        <message>
            <source>Table of agreement, and the rows that do not join</source>
            <translation>Table of agreement, and the rows that do not join</translation>
        </message>
        <message>
            <source>Legal window of the question</source>
            <translation>Legal window of the question</translation>
        </message>
        <message>
            <source>Legal window of the question: it is shaded in the plot</source>
            <translation>Legal window of the question: it is shaded in the plot</translation>
        </message>
        <message>
            <source>Legal windows</source>
            <translation>Legal windows</translation>
        </message>
        <message>
            <source>every name once</source>
            <translation>every name once</translation>
        </message>
        <message>
            <source>A day is written 2022-03-15, or 03-15 for every year. Both days belong to the window; one that ends earlier in the year than it begins ends in the next.</source>
            <translation>A day is written 2022-03-15, or 03-15 for every year. Both days belong to the window; one that ends earlier in the year than it begins ends in the next.</translation>
        </message>
        <message>
            <source>mowing</source>
            <translation>mowing</translation>
        </message>
        <message>
            <source>harvest</source>
            <translation>harvest</translation>
        </message>
        <message>
            <source>refuted</source>
            <translation>refuted</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>by {day}</translation>
        </message>
        <message>
            <source>after {day}</source>
            <translation>after {day}</translation>
        </message>
        <message>
            <source>marked on a date that is only partly clear</source>
            <translation>marked on a date that is only partly clear</translation>
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
            <translation>Looking for the parcel in “{layer}” …</translation>
        </message>
        <message>
            <source>CbM Chips: parcel</source>
            <translation>CbM Chips: parcel</translation>
        </message>
        <message>
            <source>Selected parcels</source>
            <translation>Selected parcels</translation>
        </message>
        <message>
            <source>Forget the selected parcels; this one stays</source>
            <translation>Forget the selected parcels; this one stays</translation>
        </message>
        <message>
            <source>Parcel {number} of {count}, {done} read</source>
            <translation>Parcel {number} of {count}, {done} read</translation>
        </message>
        <message>
            <source>Stretch of {place} for all</source>
            <translation>Stretch of {place} for all</translation>
        </message>
        <message>
            <source>One stretch for all: that of the first parcel with clear dates</source>
            <translation>One stretch for all: that of the first parcel with clear dates</translation>
        </message>
        <message>
            <source>There is no further parcel in this direction.</source>
            <translation>There is no further parcel in this direction.</translation>
        </message>
        <message>
            <source>The other parcels are not read ahead: {problem}</source>
            <translation>The other parcels are not read ahead: {problem}</translation>
        </message>
        <message numerus="yes">
            <source>{count} more parcels can't be used.</source>
            <translation>
                <numerusform>{count} more parcel can't be used.</numerusform>
                <numerusform>{count} more parcels can't be used.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{layer}” has no further parcel in this direction.</source>
            <translation>“{layer}” has no further parcel in this direction.</translation>
        </message>
        <message>
            <source>“{layer}” has no parcel where {place} lies: this is one of its ends.</source>
            <translation>“{layer}” has no parcel where {place} lies: this is one of its ends.</translation>
        </message>
        <message>
            <source>The layer of these parcels is no longer in the project.</source>
            <translation>The layer of these parcels is no longer in the project.</translation>
        </message>
        <message>
            <source>Parcel {label} can't be used: {value}; allowed: {allowed}</source>
            <translation>Parcel {label} can't be used: {value}; allowed: {allowed}</translation>
        </message>
        <message>
            <source>{action}; Esc gives the former tool back</source>
            <translation>{action}; Esc gives the former tool back</translation>
        </message>
        <message>
            <source>There is no place on earth where you clicked.</source>
            <translation>There is no place on earth where you clicked.</translation>
        </message>
        <message>
            <source>There is no parcel where you clicked.</source>
            <translation>There is no parcel where you clicked.</translation>
        </message>
        <message>
            <source>“{layer}” has no coordinate system: set the layer's CRS first.</source>
            <translation>“{layer}” has no coordinate system: set the layer's CRS first.</translation>
        </message>
        <message>
            <source>The project has no coordinate system (CRS): choose one in its properties.</source>
            <translation>The project has no coordinate system (CRS): choose one in its properties.</translation>
        </message>
        <message>
            <source>Pick a place on the map</source>
            <translation>Pick a place on the map</translation>
        </message>
        <message>
            <source>Pick a parcel on the map</source>
            <translation>Pick a parcel on the map</translation>
        </message>
        <message>
            <source>Previous parcel</source>
            <translation>Previous parcel</translation>
        </message>
        <message>
            <source>Next parcel</source>
            <translation>Next parcel</translation>
        </message>
        <message>
            <source>All selected parcels</source>
            <translation>All selected parcels</translation>
        </message>
        <message>
            <source>Cache</source>
            <translation>Cache</translation>
        </message>
        <message>
            <source>Folder of the cache</source>
            <translation>Folder of the cache</translation>
        </message>
        <message>
            <source>Clear the cache…</source>
            <translation>Clear the cache…</translation>
        </message>
        <message>
            <source>Pictures are then read again from their source when needed.</source>
            <translation>Pictures are then read again from their source when needed.</translation>
        </message>
        <message>
            <source>Size of the cache</source>
            <translation>Size of the cache</translation>
        </message>
        <message>
            <source>Remove all of this? Your own files are not touched. Pictures are read again from their source when needed, and the built-in sample is made again.</source>
            <translation>Remove all of this? Your own files are not touched. Pictures are read again from their source when needed, and the built-in sample is made again.</translation>
        </message>
        <message>
            <source>Clearing the cache</source>
            <translation>Clearing the cache</translation>
        </message>
        <message>
            <source>Looking into the cache…</source>
            <translation>Looking into the cache…</translation>
        </message>
        <message>
            <source>the package diskcache is missing</source>
            <translation>the package diskcache is missing</translation>
        </message>
        <message>
            <source>No cache: {reason}</source>
            <translation>No cache: {reason}</translation>
        </message>
        <message>
            <source>The environment variable CBM_CHIPS_CACHE sets the folder: {folder}</source>
            <translation>The environment variable CBM_CHIPS_CACHE sets the folder: {folder}</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>At most</translation>
        </message>
        <message>
            <source> MB</source>
            <translation> MB</translation>
        </message>
        <message>
            <source>Most megabytes the cache may take</source>
            <translation>Most megabytes the cache may take</translation>
        </message>
        <message numerus="yes">
            <source>{count} entries</source>
            <translation>
                <numerusform>{count} entry</numerusform>
                <numerusform>{count} entries</numerusform>
            </translation>
        </message>
        <message>
            <source>In use: {entries}, {size} MB of {limit} MB</source>
            <translation>In use: {entries}, {size} MB of {limit} MB</translation>
        </message>
        <message>
            <source>Windows and answers of searches: {count}, {size} MB</source>
            <translation>Windows and answers of searches: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Parts of the files' compressed blocks: {count}, {size} MB</source>
            <translation>Parts of the files' compressed blocks: {count}, {size} MB</translation>
        </message>
        <message>
            <source>Built-in sample, beside this limit: {size} MB</source>
            <translation>Built-in sample, beside this limit: {size} MB</translation>
        </message>
        <message>
            <source>Pixels without data never count as clear.</source>
            <translation>Pixels without data never count as clear.</translation>
        </message>
        <message>
            <source>Cloud rules</source>
            <translation>Cloud rules</translation>
        </message>
        <message>
            <source>Python packages</source>
            <translation>Python packages</translation>
        </message>
        <message>
            <source>Install or repair</source>
            <translation>Install or repair</translation>
        </message>
        <message>
            <source>From a folder of wheels…</source>
            <translation>From a folder of wheels…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Remove…</translation>
        </message>
        <message>
            <source>Looking for Python packages…</source>
            <translation>Looking for Python packages…</translation>
        </message>
        <message>
            <source>All packages are there.</source>
            <translation>All packages are there.</translation>
        </message>
        <message>
            <source>Folder with wheels, in place of the network</source>
            <translation>Folder with wheels, in place of the network</translation>
        </message>
        <message>
            <source>Remove the packages that the plugin has installed into this profile?</source>
            <translation>Remove the packages that the plugin has installed into this profile?</translation>
        </message>
        <message>
            <source>Package index</source>
            <translation>Package index</translation>
        </message>
        <message>
            <source>Address of the index that missing packages are fetched from</source>
            <translation>Address of the index that missing packages are fetched from</translation>
        </message>
        <message>
            <source>rasterio reads what the fast reader can't, as QGIS's own GDAL is missing.</source>
            <translation>rasterio reads what the fast reader can't, as QGIS's own GDAL is missing.</translation>
        </message>
        <message>
            <source>QGIS's own GDAL reads what the fast reader can't; rasterio is not needed.</source>
            <translation>QGIS's own GDAL reads what the fast reader can't; rasterio is not needed.</translation>
        </message>
        <message>
            <source>Folder for chips loaded as layers</source>
            <translation>Folder for chips loaded as layers</translation>
        </message>
        <message>
            <source>Beside the project</source>
            <translation>Beside the project</translation>
        </message>
        <message>
            <source>Folders, cache, clouds and reading; the sources stay.</source>
            <translation>Folders, cache, clouds and reading; the sources stay.</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Layers</translation>
        </message>
        <message>
            <source>Folder for chips</source>
            <translation>Folder for chips</translation>
        </message>
        <message>
            <source>A pixel of a ticked class of the scene classification is bad.</source>
            <translation>A pixel of a ticked class of the scene classification is bad.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>Files read at once</source>
            <translation>Files read at once</translation>
        </message>
        <message>
            <source>Bad pixels a clear date may have, per cent</source>
            <translation>Bad pixels a clear date may have, per cent</translation>
        </message>
        <message>
            <source>Fewer are kinder to slow lines and small servers.</source>
            <translation>Fewer are kinder to slow lines and small servers.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Address or path</source>
            <translation>Address or path</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Kind of source</source>
            <translation>Kind of source</translation>
        </message>
        <message>
            <source>STAC catalogue</source>
            <translation>STAC catalogue</translation>
        </message>
        <message>
            <source>A STAC API, or a catalogue by its address or path.</source>
            <translation>A STAC API, or a catalogue by its address or path.</translation>
        </message>
        <message>
            <source>CbM service</source>
            <translation>CbM service</translation>
        </message>
        <message>
            <source>A JRC CbM RESTful service: chips, and parcels by click.</source>
            <translation>A JRC CbM RESTful service: chips, and parcels by click.</translation>
        </message>
        <message>
            <source>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. A CbM service takes user name and password as Basic. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</source>
            <translation>Logins are kept, encrypted, by QGIS; only the number of the configuration is noted here. A CbM service takes user name and password as Basic. S3 keys are a configuration of the kind AWS S3, or Basic with the realm S3.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Add…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Edit…</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Test connection</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>on this computer</translation>
        </message>
        <message>
            <source>Built-in sources stay; of theirs only the login can be changed.</source>
            <translation>Built-in sources stay; of theirs only the login can be changed.</translation>
        </message>
        <message>
            <source>{title}: the login can't be opened. Was QGIS's master password given?</source>
            <translation>{title}: the login can't be opened. Was QGIS's master password given?</translation>
        </message>
        <message>
            <source>{title}: asking…</source>
            <translation>{title}: asking…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Sources with name, address and login</source>
            <translation>Sources with name, address and login</translation>
        </message>
        <message>
            <source>Ticked: it is asked for its newest date, too, where another source seems to be behind.</source>
            <translation>Ticked: it is asked for its newest date, too, where another source seems to be behind.</translation>
        </message>
        <message>
            <source>Indices and bands of the plot</source>
            <translation>Indices and bands of the plot</translation>
        </message>
        <message>
            <source>How the plot is shown, and what is saved</source>
            <translation>How the plot is shown, and what is saved</translation>
        </message>
        <message>
            <source>{band} (reflectance)</source>
            <translation>{band} (reflectance)</translation>
        </message>
        <message>
            <source>Range of half of the pixels (p25 to p75)</source>
            <translation>Range of half of the pixels (p25 to p75)</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legend</translation>
        </message>
        <message>
            <source>Years over each other</source>
            <translation>Years over each other</translation>
        </message>
        <message>
            <source>Series of the CbM server</source>
            <translation>Series of the CbM server</translation>
        </message>
        <message>
            <source>Smoothing (Whittaker)</source>
            <translation>Smoothing (Whittaker)</translation>
        </message>
        <message>
            <source>Smoothing needs the Python package SciPy.</source>
            <translation>Smoothing needs the Python package SciPy.</translation>
        </message>
        <message>
            <source>Smoothing: needs the Python package SciPy</source>
            <translation>Smoothing: needs the Python package SciPy</translation>
        </message>
        <message>
            <source>λ = {number}</source>
            <translation>λ = {number}</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Show the whole time</source>
            <translation>Show the whole time</translation>
        </message>
        <message>
            <source>Copy picture and numbers</source>
            <translation>Copy picture and numbers</translation>
        </message>
        <message>
            <source>Save as PNG, SVG or CSV …</source>
            <translation>Save as PNG, SVG or CSV …</translation>
        </message>
        <message>
            <source>Series plot</source>
            <translation>Series plot</translation>
        </message>
        <message>
            <source>Pick a place: its dates come here with their values.</source>
            <translation>Pick a place: its dates come here with their values.</translation>
        </message>
        <message>
            <source>Save the plot</source>
            <translation>Save the plot</translation>
        </message>
        <message>
            <source>d MMMM yyyy</source>
            <translation>d MMMM yyyy</translation>
        </message>
        <message numerus="yes">
            <source>{count} clear pixels</source>
            <translation>
                <numerusform>{count} clear pixel</numerusform>
                <numerusform>{count} clear pixels</numerusform>
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
            <translation>(half of the pixels {0} to {1})</translation>
        </message>
        <message>
            <source>Choose a date of a place first.</source>
            <translation>Choose a date of a place first.</translation>
        </message>
        <message>
            <source>your own answer first: it is hidden</source>
            <translation>your own answer first: it is hidden</translation>
        </message>
        <message>
            <source>CbM Chips: stretch of {place}</source>
            <translation>CbM Chips: stretch of {place}</translation>
        </message>
        <message>
            <source>six values, two for each band, for an absolute stretch</source>
            <translation>six values, two for each band, for an absolute stretch</translation>
        </message>
        <message>
            <source>two percentiles, unless the stretch is absolute</source>
            <translation>two percentiles, unless the stretch is absolute</translation>
        </message>
        <message>
            <source>Scene classification</source>
            <translation>Scene classification</translation>
        </message>
        <message>
            <source>{metres} m</source>
            <translation>{metres} m</translation>
        </message>
        <message>
            <source>≤ {share} % cloud</source>
            <translation>≤ {share} % cloud</translation>
        </message>
        <message>
            <source>clear only</source>
            <translation>clear only</translation>
        </message>
        <message>
            <source>one per date</source>
            <translation>one per date</translation>
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
            <translation>There is no question to answer: pick a parcel or open a queue.</translation>
        </message>
        <message>
            <source>the disk does not answer</source>
            <translation>the disk does not answer</translation>
        </message>
        <message>
            <source>This is the last of the queue.</source>
            <translation>This is the last of the queue.</translation>
        </message>
        <message>
            <source>This is the first.</source>
            <translation>This is the first.</translation>
        </message>
        <message>
            <source>All questions of the queue are decided.</source>
            <translation>All questions of the queue are decided.</translation>
        </message>
        <message>
            <source>Parcel {id} is in the reserve of {bucket}: its turn has not come.</source>
            <translation>Parcel {id} is in the reserve of {bucket}: its turn has not come.</translation>
        </message>
        <message>
            <source>Parcel {id} is not in the queue: {reason}</source>
            <translation>Parcel {id} is not in the queue: {reason}</translation>
        </message>
        <message>
            <source>The queue has no parcel {id}.</source>
            <translation>The queue has no parcel {id}.</translation>
        </message>
        <message>
            <source>Parcel {id}{why} can't be inspected, and {bucket} has no reserve left.</source>
            <translation>Parcel {id}{why} can't be inspected, and {bucket} has no reserve left.</translation>
        </message>
        <message>
            <source>Parcel {other} takes the place of {id}{why} in {bucket}.</source>
            <translation>Parcel {other} takes the place of {id}{why} in {bucket}.</translation>
        </message>
        <message>
            <source>it could not be opened</source>
            <translation>it could not be opened</translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} ({why}). They are kept in {file}, and get into the record when it is opened again.</source>
            <translation>
                <numerusform>{count} answer is not in the record {record} ({why}). It is kept in {file}, and gets into the record when it is opened again.</numerusform>
                <numerusform>{count} answers are not in the record {record} ({why}). They are kept in {file}, and get into the record when it is opened again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers that could not be written before are in the record now.</source>
            <translation>
                <numerusform>{count} answer that could not be written before is in the record now.</numerusform>
                <numerusform>{count} answers that could not be written before are in the record now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record} yet: they get there when it is opened.</source>
            <translation>
                <numerusform>{count} answer is not in the record {record} yet: it gets there when that is opened.</numerusform>
                <numerusform>{count} answers are not in the record {record} yet: they get there when it is opened.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} answers are not in the record {record}, and could not be kept in a file: {why}</source>
            <translation>
                <numerusform>{count} answer is not in the record {record}, and could not be kept in a file: {why}</numerusform>
                <numerusform>{count} answers are not in the record {record}, and could not be kept in a file: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>CbM Chips: nearest dates of {place}</source>
            <translation>CbM Chips: nearest dates of {place}</translation>
        </message>
        <message>
            <source>{bands} was not read yet: it is being read now.</source>
            <translation>{bands} was not read yet: it is being read now.</translation>
        </message>
        <message>
            <source>Dates as a calendar</source>
            <translation>Dates as a calendar</translation>
        </message>
        <message>
            <source>Which dates are shown</source>
            <translation>Which dates are shown</translation>
        </message>
        <message>
            <source>See whole chips again (0)</source>
            <translation>See whole chips again (0)</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Doubtful</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Partly</translation>
        </message>
        <message>
            <source>Cloudy</source>
            <translation>Cloudy</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Left out</translation>
        </message>
        <message>
            <source>Fit: pictures as large as all dates fit into the list</source>
            <translation>Fit: pictures as large as all dates fit into the list</translation>
        </message>
        <message>
            <source>Size of the pictures</source>
            <translation>Size of the pictures</translation>
        </message>
        <message>
            <source>Size of the pictures (Ctrl + mouse wheel)</source>
            <translation>Size of the pictures (Ctrl + mouse wheel)</translation>
        </message>
        <message>
            <source>Point at a picture for its values.</source>
            <translation>Point at a picture for its values.</translation>
        </message>
        <message>
            <source>Values under the mouse</source>
            <translation>Values under the mouse</translation>
        </message>
        <message>
            <source>Load {0} dates as layers</source>
            <translation>Load {0} dates as layers</translation>
        </message>
        <message>
            <source>Load as layer</source>
            <translation>Load as layer</translation>
        </message>
        <message>
            <source>Retry {0} dates</source>
            <translation>Retry {0} dates</translation>
        </message>
        <message>
            <source>Copy scene id</source>
            <translation>Copy scene id</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Save picture</translation>
        </message>
        <message>
            <source>Order of the dates: {0}</source>
            <translation>Order of the dates: {0}</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Oldest first</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Clearest first</source>
            <translation>Clearest first</translation>
        </message>
        <message>
            <source>View of the dates: {0}</source>
            <translation>View of the dates: {0}</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Grid</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>The picture is on its way.</source>
            <translation>The picture is on its way.</translation>
        </message>
        <message>
            <source>Previous date (←)</source>
            <translation>Previous date (←)</translation>
        </message>
        <message>
            <source>Next date (→)</source>
            <translation>Next date (→)</translation>
        </message>
        <message>
            <source>Whole chip (0)</source>
            <translation>Whole chip (0)</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>No date</translation>
        </message>
        <message>
            <source>Large view, {date}</source>
            <translation>Large view, {date}</translation>
        </message>
        <message>
            <source>{row} of {count}</source>
            <translation>{row} of {count}</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>No date passes this filter.</source>
            <translation>No date passes this filter.</translation>
        </message>
        <message>
            <source>Dates of {0}, {1} m</source>
            <translation>Dates of {0}, {1} m</translation>
        </message>
        <message>
            <source>Red {red}, green {green}, blue {blue}</source>
            <translation>Red {red}, green {green}, blue {blue}</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>stopped</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>failed</translation>
        </message>
        <message>
            <source>unusable</source>
            <translation>unusable</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>left out</translation>
        </message>
        <message>
            <source>{0} of the parcel</source>
            <translation>{0} of the parcel</translation>
        </message>
        <message>
            <source>{0} in chip</source>
            <translation>{0} in chip</translation>
        </message>
        <message>
            <source>{0} cloud in the parcel</source>
            <translation>{0} cloud in the parcel</translation>
        </message>
        <message>
            <source>{0} cloud in the chip</source>
            <translation>{0} cloud in the chip</translation>
        </message>
        <message>
            <source>judged by {0} of the parcel</source>
            <translation>judged by {0} of the parcel</translation>
        </message>
        <message>
            <source>first date of the comparison</source>
            <translation>first date of the comparison</translation>
        </message>
        <message>
            <source>second date of the comparison</source>
            <translation>second date of the comparison</translation>
        </message>
        <message>
            <source>Satellite, tile</source>
            <translation>Satellite, tile</translation>
        </message>
        <message>
            <source>Orbit</source>
            <translation>Orbit</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Baseline</translation>
        </message>
        <message>
            <source>In the chip</source>
            <translation>In the chip</translation>
        </message>
        <message>
            <source>{share} % of the pixels are likely clouds (Sen2Cor: {least} % or more)</source>
            <translation>{share} % of the pixels are likely clouds (Sen2Cor: {least} % or more)</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Second opinion</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source>Judged by</source>
            <translation>Judged by</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>from the cache</source>
            <translation>from the cache</translation>
        </message>
        <message>
            <source>{0} of {1} bands from the cache</source>
            <translation>{0} of {1} bands from the cache</translation>
        </message>
        <message>
            <source>size unknown</source>
            <translation>size unknown</translation>
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
            <translation>class {0}</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>Saved: {path}</translation>
        </message>
        <message>
            <source>Saving …</source>
            <translation>Saving …</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Nothing opened {path}.</source>
            <translation>Nothing opened {path}.</translation>
        </message>
        <message>
            <source>The picture could not be written to {0}.</source>
            <translation>The picture could not be written to {0}.</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Update</translation>
        </message>
        <message>
            <source>Read this place again, as the form says now</source>
            <translation>Read this place again, as the form says now</translation>
        </message>
        <message>
            <source>Observability</source>
            <translation>Observability</translation>
        </message>
        <message>
            <source>{part} of the parcel is in the chip.</source>
            <translation>{part} of the parcel is in the chip.</translation>
        </message>
        <message>
            <source>All of it would need {needed} m, and {most} m is the most.</source>
            <translation>All of it would need {needed} m, and {most} m is the most.</translation>
        </message>
        <message>
            <source>Read {metres} m</source>
            <translation>Read {metres} m</translation>
        </message>
        <message>
            <source>Save as CSV</source>
            <translation>Save as CSV</translation>
        </message>
        <message>
            <source>Sentinel-2 image chips of a place, date by date</source>
            <translation>Sentinel-2 image chips of a place, date by date</translation>
        </message>
        <message>
            <source>Agreement of two looks</source>
            <translation>Agreement of two looks</translation>
        </message>
        <message>
            <source>Compares two looks at the same questions: the first and the second one of a record, or the first looks of two records (an answer that both files hold, as a copy does, is no second one).
A row of the table is a group (bucket); the last one is all of them. It has the questions that both have answered, those with the same outcome, the overall agreement, and Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe), the agreement beyond that of chance. Kappa stays empty where it is not defined: where both have only ever given the same single outcome.
The confusion table counts each pair of outcomes; the list of disagreements has the questions whose outcomes differ, with both answers. Answers that were taken back do not count.</source>
            <translation>Compares two looks at the same questions: the first and the second one of a record, or the first looks of two records (an answer that both files hold, as a copy does, is no second one).
A row of the table is a group (bucket); the last one is all of them. It has the questions that both have answered, those with the same outcome, the overall agreement, and Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe), the agreement beyond that of chance. Kappa stays empty where it is not defined: where both have only ever given the same single outcome.
The confusion table counts each pair of outcomes; the list of disagreements has the questions whose outcomes differ, with both answers. Answers that were taken back do not count.</translation>
        </message>
        <message>
            <source>Second record: without one, the second looks of the first</source>
            <translation>Second record: without one, the second looks of the first</translation>
        </message>
        <message>
            <source>Record of an inspection</source>
            <translation>Record of an inspection</translation>
        </message>
        <message>
            <source>Confusion table</source>
            <translation>Confusion table</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Disagreements</translation>
        </message>
        <message>
            <source>Questions with two answers</source>
            <translation>Questions with two answers</translation>
        </message>
        <message>
            <source>Overall agreement</source>
            <translation>Overall agreement</translation>
        </message>
        <message>
            <source>Cohen's kappa</source>
            <translation>Cohen's kappa</translation>
        </message>
        <message>
            <source>No question has two answers: there is nothing to compare.</source>
            <translation>No question has two answers: there is nothing to compare.</translation>
        </message>
        <message>
            <source>{agreed} of {both} questions have the same outcome ({share} %).</source>
            <translation>{agreed} of {both} questions have the same outcome ({share} %).</translation>
        </message>
        <message>
            <source>Cohen's kappa is not defined: there is only one outcome.</source>
            <translation>Cohen's kappa is not defined: there is only one outcome.</translation>
        </message>
        <message>
            <source>Cohen's kappa: {kappa}</source>
            <translation>Cohen's kappa: {kappa}</translation>
        </message>
        <message>
            <source>Make animations of a season</source>
            <translation>Make animations of a season</translation>
        </message>
        <message>
            <source>Makes an animated GIF of every place, with a frame for each Sentinel-2 acquisition of a period, and the same frames as numbered PNGs.
All frames of a place have one stretch, so that what changes is the ground. Dates on which the parcel is cloudy are left out unless they are wanted. The outline is drawn, and a line below tells the date and where in the period it is.
It needs the Python package Pillow, which QGIS's installers bring.</source>
            <translation>Makes an animated GIF of every place, with a frame for each Sentinel-2 acquisition of a period, and the same frames as numbered PNGs.
All frames of a place have one stretch, so that what changes is the ground. Dates on which the parcel is cloudy are left out unless they are wanted. The outline is drawn, and a line below tells the date and where in the period it is.
It needs the Python package Pillow, which QGIS's installers bring.</translation>
        </message>
        <message>
            <source>Folder for the animations</source>
            <translation>Folder for the animations</translation>
        </message>
        <message>
            <source>Animations written</source>
            <translation>Animations written</translation>
        </message>
        <message>
            <source>Places without an animation</source>
            <translation>Places without an animation</translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} frames, {left} dates left out</source>
            <translation>
                <numerusform>{place}: {count} frame, {left} dates left out</numerusform>
                <numerusform>{place}: {count} frames, {left} dates left out</numerusform>
            </translation>
        </message>
        <message>
            <source>Index in place of colours</source>
            <translation>Index in place of colours</translation>
        </message>
        <message>
            <source>Milliseconds per date</source>
            <translation>Milliseconds per date</translation>
        </message>
        <message>
            <source>Width of the pictures in pixels, about</source>
            <translation>Width of the pictures in pixels, about</translation>
        </message>
        <message>
            <source>Make an HTML sheet of chips</source>
            <translation>Make an HTML sheet of chips</translation>
        </message>
        <message>
            <source>Image chips</source>
            <translation>Image chips</translation>
        </message>
        <message>
            <source>Puts all dates of a run on one HTML page, to be looked at in a browser, printed or passed on.
The folder is what 'Extract raw chips' or 'Extract colour composite chips' wrote. The pictures are within the page; it needs no other file and no network. Dates are in order, the oldest first, each with its flag, dates without a picture with the reason. Several places become sections of the same page.
Bands are composed anew with the look-up table and stretch given here. Pictures that a run of composites made are shown as they are; without bands given, what the folder holds is chosen.</source>
            <translation>Puts all dates of a run on one HTML page, to be looked at in a browser, printed or passed on.
The folder is what 'Extract raw chips' or 'Extract colour composite chips' wrote. The pictures are within the page; it needs no other file and no network. Dates are in order, the oldest first, each with its flag, dates without a picture with the reason. Several places become sections of the same page.
Bands are composed anew with the look-up table and stretch given here. Pictures that a run of composites made are shown as they are; without bands given, what the folder holds is chosen.</translation>
        </message>
        <message>
            <source>Folder of a run</source>
            <translation>Folder of a run</translation>
        </message>
        <message>
            <source>Most columns</source>
            <translation>Most columns</translation>
        </message>
        <message>
            <source>HTML sheet</source>
            <translation>HTML sheet</translation>
        </message>
        <message>
            <source>Dates on the page</source>
            <translation>Dates on the page</translation>
        </message>
        <message>
            <source>The run's own pictures are shown, stretched as they are.</source>
            <translation>The run's own pictures are shown, stretched as they are.</translation>
        </message>
        <message>
            <source>Cancelled: no page was written.</source>
            <translation>Cancelled: no page was written.</translation>
        </message>
        <message>
            <source>Save a run in the CbM client's folders</source>
            <translation>Save a run in the CbM client's folders</translation>
        </message>
        <message>
            <source>Writes the chips of a run as the original CbM client keeps them, for its notebooks.
The folder is what 'Extract raw chips' wrote. Every place becomes &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json (the parcel) and chip_images, which holds a GeoTIFF for each product and band, and a list images_list.&lt;BAND&gt;.csv for each band. Lists that are there already go on. Such a folder can be given as the source to the other algorithms, and be opened in the dock.</source>
            <translation>Writes the chips of a run as the original CbM client keeps them, for its notebooks.
The folder is what 'Extract raw chips' wrote. Every place becomes &lt;area&gt;/&lt;year&gt;/&lt;parcel&gt;/ with info.json (the parcel) and chip_images, which holds a GeoTIFF for each product and band, and a list images_list.&lt;BAND&gt;.csv for each band. Lists that are there already go on. Such a folder can be given as the source to the other algorithms, and be opened in the dock.</translation>
        </message>
        <message>
            <source>Area: its code</source>
            <translation>Area: its code</translation>
        </message>
        <message>
            <source>Year of the parcels</source>
            <translation>Year of the parcels</translation>
        </message>
        <message>
            <source>Without one, the year of the last date.</source>
            <translation>Without one, the year of the last date.</translation>
        </message>
        <message>
            <source>Dates written</source>
            <translation>Dates written</translation>
        </message>
        <message>
            <source>Dates that failed</source>
            <translation>Dates that failed</translation>
        </message>
        <message>
            <source>a run of raw chips: this one has pictures only</source>
            <translation>a run of raw chips: this one has pictures only</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} dates are in the folders.</source>
            <translation>
                <numerusform>Cancelled: {count} date is in the folders.</numerusform>
                <numerusform>Cancelled: {count} dates are in the folders.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place}: {count} dates</source>
            <translation>
                <numerusform>{place}: {count} date</numerusform>
                <numerusform>{place}: {count} dates</numerusform>
            </translation>
        </message>
        <message>
            <source>List dates with cloud flags</source>
            <translation>List dates with cloud flags</translation>
        </message>
        <message>
            <source>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Which classes are bad is said by the cloud rule: as listed under bad classes, that of the plugin's options, or one by its name. Without bad classes those of the plugin's options are taken. The rule stands in every row, in cloud_rule.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</source>
            <translation>Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over the parcel.
Only the scene classification (SCL) is read. The pixels whose centre lies in the parcel (without parcels: all of the chip) are counted by class. A date is clear if every pixel has data and the share of bad classes is within the tolerance; partly, cloudy (two thirds bad or more) and no_data are the others. Which classes are bad is said by the cloud rule: as listed under bad classes, that of the plugin's options, or one by its name. Without bad classes those of the plugin's options are taken. The rule stands in every row, in cloud_rule.
Dates that could not be judged are listed with the reason. How much of the parcel lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct.</translation>
        </message>
        <message>
            <source>SCL classes that spoil a pixel</source>
            <translation>SCL classes that spoil a pixel</translation>
        </message>
        <message>
            <source>Cloud flags</source>
            <translation>Cloud flags</translation>
        </message>
        <message>
            <source>Dates judged</source>
            <translation>Dates judged</translation>
        </message>
        <message>
            <source>Dates and parcels that failed</source>
            <translation>Dates and parcels that failed</translation>
        </message>
        <message>
            <source>the table</source>
            <translation>the table</translation>
        </message>
        <message>
            <source>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone. The time series on the sheet is of what is kept of the season: nothing is asked for it, and the sheet says what lacks.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</source>
            <translation>Writes, for each parcel of an inspection's record, what its answers rest on: a bundle of files to be handed on.
A bundle is a folder, or a zip, with a sheet (an HTML page that needs no other file), all rows of the record as record.json, the outline, the pictures that were looked at with and without the outline, and SHA256SUMS, which 'sha256sum -c' checks. If wanted, the pixels as GeoTIFFs, and the sheet as a PDF.
The pictures are made again, from the cache where it has them, and compared with their hashes at the time of the answer. What differs, or can't be read any more, is shown with the reason and costs itself alone. The time series on the sheet is of what is kept of the season: nothing is asked for it, and the sheet says what lacks.
All parcels with answers are written, or those of the layer (or its selection), or of the ids given. The layer's outlines stand in where the record has none. An index page and a table list what is in the folder; other bundles in it stay. A run that is cancelled leaves whole bundles only. The record may be open elsewhere meanwhile.</translation>
        </message>
        <message>
            <source>Index (HTML)</source>
            <translation>Index (HTML)</translation>
        </message>
        <message>
            <source>Bundles written</source>
            <translation>Bundles written</translation>
        </message>
        <message>
            <source>Pictures proved</source>
            <translation>Pictures proved</translation>
        </message>
        <message>
            <source>Pictures that differ</source>
            <translation>Pictures that differ</translation>
        </message>
        <message>
            <source>Pictures that could not be made again</source>
            <translation>Pictures that could not be made again</translation>
        </message>
        <message>
            <source>Ids of the only parcels, separated by commas</source>
            <translation>Ids of the only parcels, separated by commas</translation>
        </message>
        <message>
            <source>Source: without one, that of the record</source>
            <translation>Source: without one, that of the record</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have no answer in the record:</source>
            <translation>
                <numerusform>{count} parcel has no answer in the record:</numerusform>
                <numerusform>{count} parcels have no answer in the record:</numerusform>
            </translation>
        </message>
        <message>
            <source>no picture</source>
            <translation>no picture</translation>
        </message>
        <message>
            <source>Export the answers of an inspection</source>
            <translation>Export the answers of an inspection</translation>
        </message>
        <message>
            <source>Writes every row of an inspection's sample with what was answered, in the sample's order, as CSV or XLSX.
The sample's columns come first and stay as they are; a row that is open has no outcome, one that was replaced names its replacement and the reason. Where there are several groups (buckets), XLSX has a sheet for each, and beside the CSV file there is one for each. XLSX needs the Python package openpyxl.</source>
            <translation>Writes every row of an inspection's sample with what was answered, in the sample's order, as CSV or XLSX.
The sample's columns come first and stay as they are; a row that is open has no outcome, one that was replaced names its replacement and the reason. Where there are several groups (buckets), XLSX has a sheet for each, and beside the CSV file there is one for each. XLSX needs the Python package openpyxl.</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Rows</translation>
        </message>
        <message>
            <source>a file that ends with {kinds}</source>
            <translation>a file that ends with {kinds}</translation>
        </message>
        <message>
            <source>Bands, separated by commas</source>
            <translation>Bands, separated by commas</translation>
        </message>
        <message>
            <source>Install missing Python packages</source>
            <translation>Install missing Python packages</translation>
        </message>
        <message>
            <source>Set-up</source>
            <translation>Set-up</translation>
        </message>
        <message>
            <source>Gets pystac-client, pystac and diskcache into a folder of the plugin's own in the profile.
Only what neither QGIS nor the system has is installed, and what is damaged or of another version is replaced. Each file is checked by its SHA-256; nothing that QGIS ships changes, and pip is not needed. Without a network, give a folder with the wheels (the files *.whl). Either all is installed or nothing is changed. QGIS need not be started anew.</source>
            <translation>Gets pystac-client, pystac and diskcache into a folder of the plugin's own in the profile.
Only what neither QGIS nor the system has is installed, and what is damaged or of another version is replaced. Each file is checked by its SHA-256; nothing that QGIS ships changes, and pip is not needed. Without a network, give a folder with the wheels (the files *.whl). Either all is installed or nothing is changed. QGIS need not be started anew.</translation>
        </message>
        <message>
            <source>Install what is missing, repair what is damaged</source>
            <translation>Install what is missing, repair what is damaged</translation>
        </message>
        <message>
            <source>Remove all of them</source>
            <translation>Remove all of them</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Address of a package index, in place of that of the options</source>
            <translation>Address of a package index, in place of that of the options</translation>
        </message>
        <message>
            <source>Packages installed or removed</source>
            <translation>Packages installed or removed</translation>
        </message>
        <message>
            <source>Folder of the packages</source>
            <translation>Folder of the packages</translation>
        </message>
        <message>
            <source>Match-up of parcels with dates</source>
            <translation>Match-up of parcels with dates</translation>
        </message>
        <message>
            <source>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. If wanted, the chips of the dates in the table are written as well. Only acquisitions near some feature's date are read.</source>
            <translation>For each feature with a date of its own: the nearest clear Sentinel-2 acquisition before and after it, how many days apart, and the statistics of bands and indices, as a table of two rows a feature.
The day itself counts as before. Where no clear date lies near enough, the row says so, and a feature without date or geometry has a row with the reason. If wanted, the chips of the dates in the table are written as well. Only acquisitions near some feature's date are read.</translation>
        </message>
        <message>
            <source>Indices</source>
            <translation>Indices</translation>
        </message>
        <message>
            <source>Match-up</source>
            <translation>Match-up</translation>
        </message>
        <message>
            <source>Field with each feature's date</source>
            <translation>Field with each feature's date</translation>
        </message>
        <message>
            <source>Most days before and after</source>
            <translation>Most days before and after</translation>
        </message>
        <message>
            <source>a field of dates, of which some feature has one</source>
            <translation>a field of dates, of which some feature has one</translation>
        </message>
        <message>
            <source>The Python lines give all dates, not only those near the parcels' own.</source>
            <translation>The Python lines give all dates, not only those near the parcels' own.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {count} rows are in the table.</source>
            <translation>
                <numerusform>Cancelled: {count} row is in the table.</numerusform>
                <numerusform>Cancelled: {count} rows are in the table.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} features have no date that can be read; each has a row that says so.</source>
            <translation>
                <numerusform>{count} feature has no date that can be read; it has a row that says so.</numerusform>
                <numerusform>{count} features have no date that can be read; each has a row that says so.</numerusform>
            </translation>
        </message>
        <message>
            <source>Parcel at a location</source>
            <translation>Parcel at a location</translation>
        </message>
        <message>
            <source>Asks a CbM server for the parcels at a point, or for the parcel of an id.
Give a point or an id, and the area and year whose parcels are meant; some servers have several types of parcels. The result is a layer of polygons (EPSG:4326) with id, name and code of the crop, and the area in square metres as the server measured it: one feature per parcel, several where parcels overlap, none where there is none. The layer can be given as parcels to the algorithms for chips.</source>
            <translation>Asks a CbM server for the parcels at a point, or for the parcel of an id.
Give a point or an id, and the area and year whose parcels are meant; some servers have several types of parcels. The result is a layer of polygons (EPSG:4326) with id, name and code of the crop, and the area in square metres as the server measured it: one feature per parcel, several where parcels overlap, none where there is none. The layer can be given as parcels to the algorithms for chips.</translation>
        </message>
        <message>
            <source>A point in the parcel</source>
            <translation>A point in the parcel</translation>
        </message>
        <message>
            <source>Id of the parcel</source>
            <translation>Id of the parcel</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>Parcels</translation>
        </message>
        <message>
            <source>Parcels found</source>
            <translation>Parcels found</translation>
        </message>
        <message>
            <source>There is no parcel.</source>
            <translation>There is no parcel.</translation>
        </message>
        <message>
            <source>Time series of all parcels</source>
            <translation>Time series of all parcels</translation>
        </message>
        <message>
            <source>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below those of the dates before and after it that are clear or partly clear, 0 where it does not, and empty for cloudy dates and where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</source>
            <translation>Statistics of bands and indices for every parcel of a layer and every Sentinel-2 acquisition of a period, as a table.
Each file is read once for all parcels in it. A row has the cloud flag and the pixels of each SCL class, then of each band and index (as reflectance) count, mean, std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of the first index) lies more than 0.2 below those of the dates before and after it that are clear or partly clear, 0 where it does not, and empty for cloudy dates and where a neighbour is missing. Such rows are marked, never dropped: a mown meadow looks like a missed cloud.
Parcels that can't be read, and files that fail, cost nothing but their own rows, which say why. The same run again, or one with a later last day, reads only what is missing.</translation>
        </message>
        <message>
            <source>Observability of the parcels</source>
            <translation>Observability of the parcels</translation>
        </message>
        <message>
            <source>Observability of parcels</source>
            <translation>Observability of parcels</translation>
        </message>
        <message>
            <source>Which parcels of a layer can be judged with Sentinel-2 at all, as a table.
Only the scene classification (SCL) is read. Of each parcel: the pixels of 10 m that lie wholly in it, also where its outline is shrunk by 5 or 10 m; whether it is usable by the published rule (at least 8 full pixels, less than 60 % of them lost at 5 m: Vajsova et al. 2020); its clear dates in the period, the first, the last, and the longest gap between them.</source>
            <translation>Which parcels of a layer can be judged with Sentinel-2 at all, as a table.
Only the scene classification (SCL) is read. Of each parcel: the pixels of 10 m that lie wholly in it, also where its outline is shrunk by 5 or 10 m; whether it is usable by the published rule (at least 8 full pixels, less than 60 % of them lost at 5 m: Vajsova et al. 2020); its clear dates in the period, the first, the last, and the longest gap between them.</translation>
        </message>
        <message>
            <source>Cancelled: nothing is in the table.</source>
            <translation>Cancelled: nothing is in the table.</translation>
        </message>
        <message>
            <source>Progress of an inspection</source>
            <translation>Progress of an inspection</translation>
        </message>
        <message>
            <source>Counts, for each group (bucket) of an inspection's record, what is wanted, answered and open.
A row is a group; the last one is all of them. Its columns are the questions wanted, the rows of the sample, those answered, done (answered, without those that another one stands in for) and answered by outcome, open, replaced, those of the reserve that are not needed yet, and second looks. The record may be open elsewhere meanwhile.</source>
            <translation>Counts, for each group (bucket) of an inspection's record, what is wanted, answered and open.
A row is a group; the last one is all of them. Its columns are the questions wanted, the rows of the sample, those answered, done (answered, without those that another one stands in for) and answered by outcome, open, replaced, those of the reserve that are not needed yet, and second looks. The record may be open elsewhere meanwhile.</translation>
        </message>
        <message>
            <source>Questions answered</source>
            <translation>Questions answered</translation>
        </message>
        <message>
            <source>Questions open</source>
            <translation>Questions open</translation>
        </message>
        <message>
            <source>Plot time series of parcels</source>
            <translation>Plot time series of parcels</translation>
        </message>
        <message>
            <source>Many parcels</source>
            <translation>Many parcels</translation>
        </message>
        <message>
            <source>Draws the series of one or a few parcels of a table that 'Time series of all parcels' made, as PNG or SVG; as CSV it writes the numbers.
A date is a mark: full where it is clear, half where it is partly clouded, hollow where it is cloudy, a triangle where its value dips alone, a cross where it has no value. The line joins clear dates up to 20 days apart and is broken over longer gaps; the band is the middle half of the pixels (p25 to p75).
Smoothing is Whittaker's (Eilers 2003) with the given λ on a daily grid, by the clear dates; it needs SciPy. The marks stay.</source>
            <translation>Draws the series of one or a few parcels of a table that 'Time series of all parcels' made, as PNG or SVG; as CSV it writes the numbers.
A date is a mark: full where it is clear, half where it is partly clouded, hollow where it is cloudy, a triangle where its value dips alone, a cross where it has no value. The line joins clear dates up to 20 days apart and is broken over longer gaps; the band is the middle half of the pixels (p25 to p75).
Smoothing is Whittaker's (Eilers 2003) with the given λ on a daily grid, by the clear dates; it needs SciPy. The marks stay.</translation>
        </message>
        <message>
            <source>Time series of parcels</source>
            <translation>Time series of parcels</translation>
        </message>
        <message>
            <source>Ids of parcels, by commas</source>
            <translation>Ids of parcels, by commas</translation>
        </message>
        <message>
            <source>Indices and bands, by commas</source>
            <translation>Indices and bands, by commas</translation>
        </message>
        <message>
            <source>Field with the parcel's id</source>
            <translation>Field with the parcel's id</translation>
        </message>
        <message>
            <source>Smoothing: λ (0 for none)</source>
            <translation>Smoothing: λ (0 for none)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Width in pixels</source>
            <translation>Width in pixels</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Height in pixels</translation>
        </message>
        <message>
            <source>Plot</source>
            <translation>Plot</translation>
        </message>
        <message>
            <source>Dates in the plot</source>
            <translation>Dates in the plot</translation>
        </message>
        <message>
            <source>0: smoothing needs the Python package SciPy</source>
            <translation>0: smoothing needs the Python package SciPy</translation>
        </message>
        <message>
            <source>Cancelled: no plot was written.</source>
            <translation>Cancelled: no plot was written.</translation>
        </message>
        <message numerus="yes">
            <source>the ids of up to {count} parcels</source>
            <translation>
                <numerusform>the id of {count} parcel</numerusform>
                <numerusform>the ids of up to {count} parcels</numerusform>
            </translation>
        </message>
        <message>
            <source>a table with at least one row</source>
            <translation>a table with at least one row</translation>
        </message>
        <message>
            <source>ids of parcels that the table has</source>
            <translation>ids of parcels that the table has</translation>
        </message>
        <message>
            <source>Time series of a CbM server</source>
            <translation>Time series of a CbM server</translation>
        </message>
        <message>
            <source>Gets the time series that a CbM server keeps of a parcel, as a table.
Kinds: s2 (statistics of the Sentinel-2 bands over the parcel, numbers as in the file), bs (Sentinel-1 backscatter, linear), c6 (Sentinel-1 coherence), scl (counts of the scene classification). There is one row per acquisition and band, with the columns of the server; times are UTC. In the column hist, 4:187 means 187 pixels of class 4.
Which kinds there are depends on the server and the area.</source>
            <translation>Gets the time series that a CbM server keeps of a parcel, as a table.
Kinds: s2 (statistics of the Sentinel-2 bands over the parcel, numbers as in the file), bs (Sentinel-1 backscatter, linear), c6 (Sentinel-1 coherence), scl (counts of the scene classification). There is one row per acquisition and band, with the columns of the server; times are UTC. In the column hist, 4:187 means 187 pixels of class 4.
Which kinds there are depends on the server and the area.</translation>
        </message>
        <message>
            <source>There is no cache: everything is read anew.</source>
            <translation>There is no cache: everything is read anew.</translation>
        </message>
        <message>
            <source>There is no cache, as the package {name} is missing: everything is read anew.</source>
            <translation>There is no cache, as the package {name} is missing: everything is read anew.</translation>
        </message>
        <message>
            <source>{place}: no date from {start} to {end}.</source>
            <translation>{place}: no date from {start} to {end}.</translation>
        </message>
        <message>
            <source>The nearest is {day}.</source>
            <translation>The nearest is {day}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} of {total} places have no date from {start} to {end}.</source>
            <translation>
                <numerusform>{count} of {total} places has no date from {start} to {end}.</numerusform>
                <numerusform>{count} of {total} places have no date from {start} to {end}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The nearest are {days}.</source>
            <translation>The nearest are {days}.</translation>
        </message>
        <message>
            <source>Scenes with more than {share} % cloud were left out (MAX_SCENE_CLOUD).</source>
            <translation>Scenes with more than {share} % cloud were left out (MAX_SCENE_CLOUD).</translation>
        </message>
        <message>
            <source>Choose the login under {parameter}, or for this source in the plugin's options.</source>
            <translation>Choose the login under {parameter}, or for this source in the plugin's options.</translation>
        </message>
        <message>
            <source>One of “{first}” and “{second}” is needed, and not both.</source>
            <translation>One of “{first}” and “{second}” is needed, and not both.</translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} dates are in {table}.</source>
            <translation>
                <numerusform>Cancelled: {done} of {count} date is in {table}.</numerusform>
                <numerusform>Cancelled: {done} of {count} dates are in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancelled: {done} of {count} parcels are in {table}.</source>
            <translation>
                <numerusform>Cancelled: {done} of {count} parcel is in {table}.</numerusform>
                <numerusform>Cancelled: {done} of {count} parcels are in {table}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more have only some of their dates.</source>
            <translation>
                <numerusform>{count} more has only some of its dates.</numerusform>
                <numerusform>{count} more have only some of their dates.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{place} has only {done} of its {count} dates.</source>
            <translation>
                <numerusform>{place} has only {done} of its {count} date.</numerusform>
                <numerusform>{place} has only {done} of its {count} dates.</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder for the chips</source>
            <translation>Folder for the chips</translation>
        </message>
        <message>
            <source>Manifest (JSON)</source>
            <translation>Manifest (JSON)</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>Table (CSV)</translation>
        </message>
        <message>
            <source>the folder</source>
            <translation>the folder</translation>
        </message>
        <message>
            <source>{count} files are too many to load as layers; they are in the folder.</source>
            <translation>{count} files are too many to load as layers; they are in the folder.</translation>
        </message>
        <message>
            <source>Pixels that stand for a parcel</source>
            <translation>Pixels that stand for a parcel</translation>
        </message>
        <message>
            <source>centre: those whose centre lies in it. inside: those that lie in it as a whole. area-weighted: all that it covers something of, each by the share it covers; a count is then the sum of these shares, and the flags stay those of the centres. It takes the Python package exactextract.</source>
            <translation>centre: those whose centre lies in it. inside: those that lie in it as a whole. area-weighted: all that it covers something of, each by the share it covers; a count is then the sum of these shares, and the flags stay those of the centres. It takes the Python package exactextract.</translation>
        </message>
        <message>
            <source>Metres taken off the parcel's edge</source>
            <translation>Metres taken off the parcel's edge</translation>
        </message>
        <message>
            <source>Scheduler of a Dask cluster: tcp://host:8786</source>
            <translation>Scheduler of a Dask cluster: tcp://host:8786</translation>
        </message>
        <message numerus="yes">
            <source>{done} of {count} parcels, about {minutes} minutes left</source>
            <translation>
                <numerusform>{done} of {count} parcel, about {minutes} minutes left</numerusform>
                <numerusform>{done} of {count} parcels, about {minutes} minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tile {tile}, {day}, {count} parcels: {reason}</source>
            <translation>
                <numerusform>Tile {tile}, {day}, {count} parcel: {reason}</numerusform>
                <numerusform>Tile {tile}, {day}, {count} parcels: {reason}</numerusform>
            </translation>
        </message>
        <message>
            <source>x,y or x,y [EPSG:code]</source>
            <translation>x,y or x,y [EPSG:code]</translation>
        </message>
        <message>
            <source>a layer of polygons that can be opened</source>
            <translation>a layer of polygons that can be opened</translation>
        </message>
        <message>
            <source>a layer of polygons</source>
            <translation>a layer of polygons</translation>
        </message>
        <message>
            <source>a layer with a known coordinate system: set the layer's CRS first</source>
            <translation>a layer with a known coordinate system: set the layer's CRS first</translation>
        </message>
        <message>
            <source>a layer, or a selection, with at least one polygon</source>
            <translation>a layer, or a selection, with at least one polygon</translation>
        </message>
        <message>
            <source>a layer of polygons: save this one's polygons as a layer of their own first</source>
            <translation>a layer of polygons: save this one's polygons as a layer of their own first</translation>
        </message>
        <message>
            <source>Parcels are called by the field {field}.</source>
            <translation>Parcels are called by the field {field}.</translation>
        </message>
        <message>
            <source>The field {field} holds real numbers above 9 007 199 254 740 992: of these ids the layer may have lost digits. A field of text keeps them.</source>
            <translation>The field {field} holds real numbers above 9 007 199 254 740 992: of these ids the layer may have lost digits. A field of text keeps them.</translation>
        </message>
        <message>
            <source>none, as the layer has no fields</source>
            <translation>none, as the layer has no fields</translation>
        </message>
        <message>
            <source>one of the layer's fields: {fields}</source>
            <translation>one of the layer's fields: {fields}</translation>
        </message>
        <message>
            <source>There are no Python lines, as they would hold too many places.</source>
            <translation>There are no Python lines, as they would hold too many places.</translation>
        </message>
        <message>
            <source>CbM server</source>
            <translation>CbM server</translation>
        </message>
        <message>
            <source>A server of the plugin's options by its name, whose login is then used; or cbm+https://host/prefix.</source>
            <translation>A server of the plugin's options by its name, whose login is then used; or cbm+https://host/prefix.</translation>
        </message>
        <message>
            <source>Area: its code on the server</source>
            <translation>Area: its code on the server</translation>
        </message>
        <message>
            <source>Type of the parcels</source>
            <translation>Type of the parcels</translation>
        </message>
        <message>
            <source>no folder where a scheduler is given: chips are cut on this computer</source>
            <translation>no folder where a scheduler is given: chips are cut on this computer</translation>
        </message>
        <message>
            <source>Folder for the chips of the parcels</source>
            <translation>Folder for the chips of the parcels</translation>
        </message>
        <message>
            <source>Optional: the chips as well, band by band, with SCL, in the folders that 'Extract raw chips' writes. They come of the same reads: no file is asked twice.</source>
            <translation>Optional: the chips as well, band by band, with SCL, in the folders that 'Extract raw chips' writes. They come of the same reads: no file is asked twice.</translation>
        </message>
        <message>
            <source>Only dates that are clear</source>
            <translation>Only dates that are clear</translation>
        </message>
        <message>
            <source>Only the clearest of each day</source>
            <translation>Only the clearest of each day</translation>
        </message>
        <message>
            <source>A source of the plugin's options by its name or id, whose login is then used; or the address or path of a STAC catalogue, or a CbM server (cbm+https://...).</source>
            <translation>A source of the plugin's options by its name or id, whose login is then used; or the address or path of a STAC catalogue, or a CbM server (cbm+https://...).</translation>
        </message>
        <message>
            <source>Place, as the centre of the chip</source>
            <translation>Place, as the centre of the chip</translation>
        </message>
        <message>
            <source>Field with the parcels' names</source>
            <translation>Field with the parcels' names</translation>
        </message>
        <message>
            <source>Without a field, the one that looks like their name is taken (id, parcel_id, name ...).</source>
            <translation>Without a field, the one that looks like their name is taken (id, parcel_id, name ...).</translation>
        </message>
        <message>
            <source>Cloud rule: which SCL classes spoil a pixel</source>
            <translation>Cloud rule: which SCL classes spoil a pixel</translation>
        </message>
        <message>
            <source>options: the rule of the plugin's options</source>
            <translation>options: the rule of the plugin's options</translation>
        </message>
        <message>
            <source>Second opinion: mark clear dates that Sen2Cor's cloud probability doubts</source>
            <translation>Second opinion: mark clear dates that Sen2Cor's cloud probability doubts</translation>
        </message>
        <message>
            <source>both</source>
            <translation>both</translation>
        </message>
        <message>
            <source>neither</source>
            <translation>neither</translation>
        </message>
        <message>
            <source>one of them</source>
            <translation>one of them</translation>
        </message>
        <message numerus="yes">
            <source>{count} parcels have a clear date now that had none in the table before: {ids}</source>
            <translation>
                <numerusform>{count} parcel has a clear date now that had none in the table before: {ids}</numerusform>
                <numerusform>{count} parcels have a clear date now that had none in the table before: {ids}</numerusform>
            </translation>
        </message>
        <message>
            <source>Bands for red, green and blue</source>
            <translation>Bands for red, green and blue</translation>
        </message>
        <message>
            <source>Look-up table: two percentiles or six values</source>
            <translation>Look-up table: two percentiles or six values</translation>
        </message>
        <message>
            <source>Percentiles of each chip or series</source>
            <translation>Percentiles of each chip or series</translation>
        </message>
        <message>
            <source>Outline of the place</source>
            <translation>Outline of the place</translation>
        </message>
        <message>
            <source>A polygon as WKT or GeoJSON, in longitude and latitude, in place of a layer of parcels. Without a place its centre is that of the chip.</source>
            <translation>A polygon as WKT or GeoJSON, in longitude and latitude, in place of a layer of parcels. Without a place its centre is that of the chip.</translation>
        </message>
        <message>
            <source>Name of the place</source>
            <translation>Name of the place</translation>
        </message>
        <message>
            <source>a file that takes rows without a geometry: CSV, GeoPackage</source>
            <translation>a file that takes rows without a geometry: CSV, GeoPackage</translation>
        </message>
        <message>
            <source>a folder; {path} is a file</source>
            <translation>a folder; {path} is a file</translation>
        </message>
        <message>
            <source>a folder that may be written to; {path} may not</source>
            <translation>a folder that may be written to; {path} may not</translation>
        </message>
        <message>
            <source>Only some features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Only some features of the layer {layer} were used, which no command can choose: save them as a file first.</translation>
        </message>
        <message>
            <source>The address of the layer {layer} holds a login or a key.</source>
            <translation>The address of the layer {layer} holds a login or a key.</translation>
        </message>
        <message>
            <source>The layer {layer} is a temporary one, which no command can open: save it as a file first.</source>
            <translation>The layer {layer} is a temporary one, which no command can open: save it as a file first.</translation>
        </message>
        <message>
            <source>Only selected features of the layer {layer} were used, which no command can choose: save them as a file first.</source>
            <translation>Only selected features of the layer {layer} were used, which no command can choose: save them as a file first.</translation>
        </message>
        <message>
            <source>Repeat this with qgis_process:</source>
            <translation>Repeat this with qgis_process:</translation>
        </message>
        <message>
            <source>At Windows' prompt:</source>
            <translation>At Windows' prompt:</translation>
        </message>
        <message>
            <source>With Python:</source>
            <translation>With Python:</translation>
        </message>
        <message>
            <source>By the service's own addresses:</source>
            <translation>By the service's own addresses:</translation>
        </message>
        <message>
            <source>a table with a column {times} and means such as {mean}, as 'Time series of all parcels' makes it</source>
            <translation>a table with a column {times} and means such as {mean}, as 'Time series of all parcels' makes it</translation>
        </message>
        <message numerus="yes">
            <source>{parcel}: {count} rows have no date that can be read and are not in the plot.</source>
            <translation>
                <numerusform>{parcel}: {count} row has no date that can be read and is not in the plot.</numerusform>
                <numerusform>{parcel}: {count} rows have no date that can be read and are not in the plot.</numerusform>
            </translation>
        </message>
    </context>
</TS>
