#!/usr/bin/env bash
# Explains a table by deploy/slurm/explain.sbatch as a job array of four tasks, on a Slurm of this machine alone that is started for it
# and ended with it; then merges, and compares every byte with a run without Slurm. Installs Debian's slurm-wlm and munge where that is
# allowed. Ends with 1 where a check fails, and with 3 where Slurm cannot be had.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-2000}
case $rows in *[!0-9]*) echo "usage: eng/slurm.sh [ROWS]" >&2; exit 2 ;; esac
folder=$(mktemp -d)
chmod 755 "$folder"
daemons=()

cleanup() {
  for process in "${daemons[@]}"; do
    kill "$process" 2>/dev/null || true
  done
  sleep 0.5
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

[ "$(id -u)" = 0 ] || { echo "Slurm is started as root; run this as root." >&2; exit 3; }
for program in sbatch munged slurmctld slurmd; do
  command -v "$program" >/dev/null && continue
  command -v apt-get >/dev/null || { echo "$program is not there; install the packages slurm-wlm and munge." >&2; exit 3; }
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends slurm-wlm munge; } >"$folder/apt" 2>&1 || { tail -n 3 "$folder/apt" >&2; exit 3; }
done

dotnet build tests/TypedExplain.Batch.Worker -c Release -v q >&2
worker=$PWD/tests/TypedExplain.Batch.Worker/bin/Release/net10.0/TypedExplain.Batch.Worker
"$worker" make "$rows" "$folder/rows.csv"
"$worker" explain "$folder/rows.csv" --out "$folder/plain" --shard-rows $((rows / 10 + 1)) --quiet

# What munge and Slurm keep is in a folder of this run's.
mkdir -p "$folder/munge" "$folder/state" "$folder/spool"
head -c 1024 /dev/urandom >"$folder/munge/key"
chmod 400 "$folder/munge/key"
chmod 700 "$folder/munge"
chown -R munge "$folder/munge"
mkdir -p /run/munge
chown munge /run/munge
runuser -u munge -- munged --foreground --force --key-file "$folder/munge/key" --log-file "$folder/munge/log" --pid-file "$folder/munge/pid" --seed-file "$folder/munge/seed" >"$folder/munged" 2>&1 &
daemons+=($!)
disown $!
host=$(hostname -s)
cat >"$folder/slurm.conf" <<CONF
ClusterName=explain
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${PORT:-16817}
SlurmdPort=$((${PORT:-16817} + 1))
AuthType=auth/munge
CryptoType=crypto/munge
SlurmUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=1000
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$folder/slurm.conf
sleep 1
slurmctld -D -f "$SLURM_CONF" >"$folder/slurmctld" 2>&1 &
daemons+=($!)
disown $!
slurmd -D -f "$SLURM_CONF" >"$folder/slurmd" 2>&1 &
daemons+=($!)
disown $!
for ((tries = 0; tries < 60; tries++)); do
  sinfo -h -o %T 2>/dev/null | grep -q idle && break
  sleep 0.5
done
sinfo -h -o %T 2>/dev/null | grep -q idle || { tail -n 5 "$folder/munged" "$folder"/slurm*.log >&2; echo "Slurm does not start here." >&2; exit 3; }

begin=$(date +%s.%N)
job=$(cd "$folder" && sbatch --parsable --array=0-3 --cpus-per-task=1 --output="$folder/task-%a" --chdir="$folder" "$OLDPWD/deploy/slurm/explain.sbatch" "$worker" "$folder/rows.csv" "$folder/slurm" --shard-rows $((rows / 10 + 1)))
for ((tries = 0; tries < 600; tries++)); do
  [ -n "$(squeue -h -j "$job" 2>/dev/null)" ] || break
  sleep 0.5
done
end=$(date +%s.%N)
cat "$folder"/task-* 2>/dev/null || true
"$worker" merge "$folder/slurm" >"$folder/merged" 2>&1 || { cat "$folder/merged" >&2; exit 1; }
"$worker" merge "$folder/plain" >/dev/null 2>&1
cat "$folder/merged"
awk -v a="$begin" -v b="$end" -v rows="$rows" -v job="$job" 'BEGIN { printf "job array %s of four tasks: %d rows in %.0f s\n", job, rows, b - a }'
rm -rf "$folder/plain/attempts" "$folder/slurm/attempts"
diff -r "$folder/plain" "$folder/slurm" || exit 1
echo "all $(find "$folder/slurm" -type f | wc -l) files are the same to the byte as without Slurm"
