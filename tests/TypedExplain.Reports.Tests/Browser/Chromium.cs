using System.ComponentModel;
using System.Diagnostics;
using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>The browser, which eng/browser.sh installs.</summary>
internal static class Chromium
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);
    private static readonly (int Code, string Output, string Error) s_ready = Run("bash", Path.Combine(Repository.Root, "eng", "browser.sh"), "--check");

    /// <summary>Why there is no browser; null where there is one.</summary>
    public static string? Missing { get; } = s_ready.Code == 0 ? null : s_ready.Error.Trim() is { Length: > 0 } reason ? reason : "eng/browser.sh cannot be run.";

    /// <summary>The folder with the packages that drive it.</summary>
    public static string Modules => s_ready.Output.Trim();

    /// <summary>The program.</summary>
    public static string Program => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } own ? own : "/usr/bin/chromium";

    /// <summary>Runs a program to its end.</summary>
    public static (int Code, string Output, string Error) Run(string program, params string[] arguments)
    {
        using Process process = new() { StartInfo = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return (-1, "", $"{program} cannot be run: {error.Message}");
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync(), wrong = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "", $"{program} {string.Join(' ', arguments)} did not end.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), wrong.GetAwaiter().GetResult());
    }
}
