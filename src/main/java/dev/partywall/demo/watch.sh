# Runs the server as a child and stops it as soon as our standard input ends: that is when the program that started us
# closes it, and also when that program crashes or is killed.
# usage: sh watch.sh SIGNAL DATA LOG REMOVE COMMAND...   (REMOVE: a directory to remove afterwards, or nothing)
trap '' INT HUP TERM QUIT
signal=$1 data=$2 log=$3 remove=$4
shift 4

exec 3<&0 </dev/null
"$@" >>"$log" 2>&1 3<&- &
server=$!
{
  read -r _ <&3
  # The server's own word for its process id: between us and it there may be a program that changes the user.
  leader=$(head -n 1 "$data/postmaster.pid" 2>/dev/null)
  kill -s "$signal" "${leader:-$server}"
} &
reader=$!
exec 3<&-

wait "$server"
status=$?
kill -KILL "$reader" 2>/dev/null
# Why it ended, for a program that still listens.
tail -n 1 "$log" 2>/dev/null
if [ -n "$remove" ]; then
  rm -rf "$remove"
fi
exit "$status"
