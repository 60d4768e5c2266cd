using System.Diagnostics;

namespace TypedExplain.Tests.Support;

/// <summary>Running programs, and the consumer app of this repository, as a user would.</summary>
internal static class Consumer
{
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    public static string Project { get; } = Path.Combine(Repository.Root, "tests", "TypedExplain.Aot");

    /// <summary>The output of the consumer under the JIT.</summary>
    public static string RunJit(params (string Name, string Value)[] environment) => RunJit([], environment);

    /// <summary>The output of the consumer under the JIT, with arguments.</summary>
    public static string RunJit(string[] arguments, params (string Name, string Value)[] environment)
    {
        string assembly = Path.Combine(Project, "bin", Configuration, "net10.0", "TypedExplain.Aot.dll");
        Assert.True(File.Exists(assembly), $"Build the solution first: {assembly} is missing.");
        return Run("dotnet", [assembly, .. arguments], environment);
    }

    /// <summary>Runs a program, expects success and gives what it printed.</summary>
    public static string Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        (int status, string output, string errors) = Attempt(program, arguments, environment);
        Assert.True(status == 0, $"{program} {string.Join(' ', arguments)} ended with {status}:\n{output}\n{errors}");
        return output;
    }

    /// <summary>Runs a program and gives how it ended and what it printed.</summary>
    public static (int Status, string Output, string Errors) Attempt(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
