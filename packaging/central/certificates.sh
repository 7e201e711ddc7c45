#!/bin/sh
# Makes an authority of one's own (once) and a certificate for the database server, signed by it.
#
#   certificates.sh FOLDER NAME [NAME ...]
#
# NAME: by which the counters find the server, as db.gemeente.example or 10.0.0.5; more where it has more. Run it again for a new
# certificate of the server: the authority stays, and no counter has to be touched. ca.key signs: keep it apart, off the server.
set -eu
umask 077
folder=${1:?certificates.sh FOLDER NAME [NAME ...]}
shift
: "${1:?certificates.sh FOLDER NAME [NAME ...]}"
mkdir -p "$folder"

names=
for name in "$@"; do
    case $name in
        *:*) kind=IP ;;
        *[!0-9.]*) kind=DNS ;;
        *) kind=IP ;;
    esac
    names="${names:+$names,}$kind:$name"
done

if [ ! -e "$folder/ca.key" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -days 3650 -subj "/CN=Wijkwijzer" \
        -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -keyout "$folder/ca.key" -out "$folder/ca.crt" 2>/dev/null
fi
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -subj "/CN=$1" \
    -keyout "$folder/server.key" -out "$folder/server.csr" 2>/dev/null
printf 'subjectAltName=%s\nbasicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n' "$names" > "$folder/server.ext"
openssl x509 -req -in "$folder/server.csr" -CA "$folder/ca.crt" -CAkey "$folder/ca.key" -CAcreateserial -days 730 -sha256 \
    -extfile "$folder/server.ext" -out "$folder/server.crt" 2>/dev/null
rm "$folder/server.csr" "$folder/server.ext"
chmod 644 "$folder/ca.crt" "$folder/server.crt"
openssl verify -CAfile "$folder/ca.crt" "$folder/server.crt"
openssl x509 -in "$folder/server.crt" -noout -enddate
