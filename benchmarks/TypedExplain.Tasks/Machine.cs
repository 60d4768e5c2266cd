using System.Globalization;

namespace TypedExplain.Tasks;

/// <summary>What the operating system tells of the process and the machine; 0 where it does not.</summary>
public static class Machine
{
    /// <summary>The largest resident size so far.</summary>
    public static double PeakMegabytes() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
        ? double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
        : 0;

    /// <summary>The mean number of waiting tasks over the last minute.</summary>
    public static double Load() => File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : 0;
}
