using System.CommandLine;

namespace Papers;

/// <summary>The commands of the program and their options.</summary>
public static class Commands
{
    private static readonly Option<int> s_trials = Global("--trials", "How many splits or trainings; the study's own number by default.", 0);
    private static readonly Option<int> s_seed = Global("--seed", "The seed of every random number.", 0);
    private static readonly Option<int> s_threads = Global("--threads", "How many cells are computed at once; no result depends on it.", Environment.ProcessorCount);
    private static readonly Option<string?> s_json = Global<string?>("--json", "Write all numbers to this file.", null);
    private static readonly Option<bool> s_quick = Global("--quick", "A small part of everything, to see that it works; writes no pages unless --pages is given.", false);
    private static readonly Option<string> s_keep = Global("--keep", "Where finished cells are kept.", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "TypedExplain", "papers-cells"));
    private static readonly Option<string?> s_pages = Global<string?>("--pages", "Where pages and pictures are written; docs/papers of the repository by default.", null);
    private static readonly Option<bool> s_kept = Global("--kept", "Draw pages only from the kept cells; compute nothing.", false);
    private static readonly Option<string?> s_neighborhood = new("--neighborhood") { Description = "Only rand, real or mpl." };
    private static readonly Option<int?> s_environments = new("--k") { Description = "The number of environments, 2 to 5; the paper's 2 by default." };
    private static readonly Option<int?> s_samples = new("--n") { Description = "The number of samples; the paper's by default." };

    public static RootCommand Root()
    {
        RootCommand root = new("Reproduces the tables and figures of the papers on LINEX and ExpO.");
        foreach (Option option in (Option[])[s_trials, s_seed, s_threads, s_json, s_quick, s_keep, s_pages, s_kept])
            root.Options.Add(option);

        s_neighborhood.AcceptOnlyFromAmong("rand", "real", "mpl");
        Command linex = Named("linex", "Tables 3 to 5 of the LINEX paper: iris, meps, fmnist or rt.", "iris", "meps", "fmnist", "rt");
        linex.Options.Add(s_neighborhood);
        linex.Options.Add(s_environments);
        linex.Options.Add(s_samples);
        root.Subcommands.Add(linex);
        root.Subcommands.Add(Of("linex-ablations", "The LINEX paper's ablations of n, k and the kernel width.", () => Studies.Named("linex-ablations")));
        root.Subcommands.Add(Of("linex-figures", "The LINEX paper's other figures.", () => Studies.Named("linex-figures")));
        root.Subcommands.Add(Named("expo", "The tables and figures of the ExpO paper: uci, cancer, support2, mnist or agent; uci takes a data set too."));
        root.Subcommands.Add(Of("linex-times", "The LINEX paper's Appendix A: how long the methods take.", () => Studies.Named("linex-times")));
        root.Subcommands.Add(Of("figures", "All studies whose pages have pictures.", () => [.. Studies.All.Where(study => study.HasPictures)]));
        root.Subcommands.Add(Of("all", "Everything.", () => Studies.All));
        root.Subcommands.Add(Told("contents", "Writes the start page from the pages that are there, and marks those that are older than the code.", result =>
        {
            if ((result.GetValue(s_pages) ?? PagesFolder()) is { } folder)
                Contents.Write(folder);
        }));
        root.Subcommands.Add(Told("versions", "Prints every study with its version and the sources that its numbers come from.", _ =>
        {
            foreach (IStudy study in Studies.All)
                Console.WriteLine($"{study.Name} {study.Version} {string.Join(' ', study.Sources)}");
        }));
        return root;
    }

    private static Command Told(string name, string description, Action<ParseResult> act)
    {
        Command command = new(name, description);
        command.SetAction(act);
        return command;
    }

    private static Command Named(string name, string description, params string[] among)
    {
        Command command = new(name, description);
        Argument<string[]> words = new("what") { Description = "Which; all of them by default.", Arity = ArgumentArity.ZeroOrMore };
        if (among.Length > 0)
            words.AcceptOnlyFromAmong(among);
        command.Arguments.Add(words);
        command.SetAction((result, cancellation) => Run(result, Studies.Named([name, .. result.GetValue(words) ?? []]), cancellation));
        return command;
    }

    private static Command Of(string name, string description, Func<IReadOnlyList<IStudy>> studies)
    {
        Command command = new(name, description);
        command.SetAction((result, cancellation) => Run(result, studies(), cancellation));
        return command;
    }

    private static Task<int> Run(ParseResult result, IReadOnlyList<IStudy> studies, CancellationToken cancellation)
    {
        if (studies.Count == 0)
        {
            Console.Error.WriteLine($"There is no such study. There are: {string.Join(", ", Studies.All.Select(study => study.Name))}.");
            return Task.FromResult(2);
        }

        StudyOptions options = new(result.GetValue(s_trials), result.GetValue(s_seed), Math.Max(1, result.GetValue(s_threads)), result.GetValue(s_quick))
        {
            Neighborhood = result.GetValue(s_neighborhood),
            Environments = result.GetValue(s_environments),
            Samples = result.GetValue(s_samples),
        };
        if (options.Environments is < 2 or > 5)
        {
            Console.Error.WriteLine($"--k is {options.Environments}; it must be from 2 to 5.");
            return Task.FromResult(2);
        }

        if (options.Samples is < 5)
        {
            Console.Error.WriteLine($"--n is {options.Samples}; it must be at least 5.");
            return Task.FromResult(2);
        }

        string? pages = result.GetValue(s_pages) ?? (options.Quick || HasOwn(options) ? null : PagesFolder());
        RunSettings settings = new(options, result.GetValue(s_keep)!, pages, result.GetValue(s_json), result.GetValue(s_kept));
        return Task.Run(() => Session.Run(studies, settings, cancellation), CancellationToken.None);
    }

    /// <summary>Whether a part of a study or other settings than the paper's were asked for: the committed pages are not to show those.</summary>
    private static bool HasOwn(StudyOptions options) => options is not { Neighborhood: null, Environments: null, Samples: null };

    /// <summary>docs/papers beside the solution, looked for from the working folder upwards; null where there is none.</summary>
    private static string? PagesFolder()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TypedExplain.sln")))
                return Path.Combine(folder.FullName, "docs", "papers");
        }

        return null;
    }

    private static Option<T> Global<T>(string name, string description, T value) =>
        new(name) { Description = description, Recursive = true, DefaultValueFactory = _ => value };
}
