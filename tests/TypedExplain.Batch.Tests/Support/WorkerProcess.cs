using System.Diagnostics;
using System.Text;

namespace TypedExplain.Batch.Tests;

/// <summary>The program of tests/TypedExplain.Batch.Worker as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output, _told;

    private WorkerProcess(Process process) => (_process, _output, _told) = (process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());

    /// <summary>Starts it.</summary>
    /// <param name="crashAt">The row at which it ends itself; null for none.</param>
    /// <param name="arguments">Its arguments.</param>
    public static WorkerProcess Start(long? crashAt, params string[] arguments)
    {
        string path = AppContext.BaseDirectory.Replace("TypedExplain.Batch.Tests", "TypedExplain.Batch.Worker", StringComparison.Ordinal);
        ProcessStartInfo start = new("dotnet", [Path.Combine(path, "TypedExplain.Batch.Worker.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        if (crashAt is { } row)
            start.Environment["CRASH_AT"] = row.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Told)> RunAsync(params string[] arguments)
    {
        using WorkerProcess worker = Start(null, arguments);
        worker._process.StandardInput.Close();
        return await worker.EndAsync();
    }

    /// <summary>Runs it as a filter.</summary>
    public static async Task<(int Code, string Output, string Told)> FilterAsync(string input, params string[] arguments)
    {
        using WorkerProcess worker = Start(null, arguments);
        await worker._process.StandardInput.WriteAsync(input);
        worker._process.StandardInput.Close();
        return await worker.EndAsync();
    }

    /// <summary>What it ended with and said.</summary>
    public async Task<(int Code, string Output, string Told)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output, await _told);
    }

    /// <summary>Kills it after a time, if it has not ended.</summary>
    public async Task<bool> KillAsync(TimeSpan after)
    {
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(after));
        if (_process.HasExited)
            return false;
        _process.Kill();
        await _process.WaitForExitAsync();
        return true;
    }

    /// <summary>Sends it a signal.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
