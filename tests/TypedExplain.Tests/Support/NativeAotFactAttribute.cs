namespace TypedExplain.Tests.Support;

/// <summary>A fact that needs a C tool chain to link native code; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && !s_linkers.Any(OnPath))
            Skip = $"Native AOT needs a C tool chain to link with, and none of {string.Join(", ", s_linkers)} is on the PATH.";
    }

    private static readonly string[] s_linkers = ["clang", "gcc"];

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
