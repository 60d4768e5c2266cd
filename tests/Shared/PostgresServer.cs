using System.Diagnostics;

namespace TypedExplain.Tests;

/// <summary>A PostgreSQL server of one's own, over a socket in a folder, for as long as it is not disposed of.</summary>
internal sealed class PostgresServer : IDisposable
{
    // The server refuses to run as root.
    private const string Nobody = "nobody";

    private readonly string _folder;

    public PostgresServer(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        if (IsRoot)
            Run("chown", Nobody, folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.GetDirectoryName(folder)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        RunAsUser("initdb", "-D", Data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync");
        RunAsUser("pg_ctl", "-D", Data, "-o", $"-k {folder} -c listen_addresses=''", "-l", Path.Combine(folder, "log"), "-w", "start");
    }

    /// <summary>Whether the programs are there.</summary>
    public static bool IsInstalled { get; } = !OperatingSystem.IsWindows() && OnPath("initdb") && OnPath("pg_ctl") && (!IsRoot || OnPath("runuser"));

    public string ConnectionString => $"Host={_folder};Username=tester;Database=postgres";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        RunAsUser("pg_ctl", "-D", Data, "-m", "immediate", "stop");
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void RunAsUser(string program, params string[] arguments)
    {
        if (IsRoot)
            Run("runuser", ["-u", Nobody, "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server that pg_ctl starts keeps the outputs of its parent open, so they are not waited for.
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}

/// <summary>A fact that needs PostgreSQL; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsInstalled)
            Skip = "PostgreSQL is needed, and initdb and pg_ctl are not on the PATH (Debian: apt-get install postgresql).";
    }
}
