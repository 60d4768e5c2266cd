using System.Globalization;

namespace TypedExplain.Quality;

/// <summary>What is measured, and how much of it.</summary>
public sealed record Settings
{
    /// <summary>The seed of limits; no explanation has it.</summary>
    public const int LimitSeed = 1_000_000;

    /// <summary>The seed of splits and forests.</summary>
    public const int DataSeed = 7;

    /// <summary>The options of the command line.</summary>
    public const string Usage = "[file] [--page defaults|sweep|credit|coverage|samples|shap|trees] [--sets iris,wine,cancer,support2,meps,generated,german] [--rows n] [--seeds n] [--queries n]";

    /// <summary>The page that is written.</summary>
    public string Page { get; init; } = "defaults";

    /// <summary>Where the page goes; null for the console.</summary>
    public string? File { get; init; }

    /// <summary>The names of the sets that are measured; all where it is empty.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Instances of each data set.</summary>
    public int Rows { get; init; } = 30;

    /// <summary>How often each is explained; an even number, since tops are compared in pairs.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>Rows that the model is asked about for one explanation.</summary>
    public int Queries { get; init; } = 250;

    /// <summary>The same for what counts as a method's own limit.</summary>
    public int LimitQueries { get; init; } = 20_000;

    /// <summary>Fresh neighbors of an instance at which the surrogate is compared with the model.</summary>
    public int Fresh { get; init; } = 100;

    /// <summary>Divisions of iris for the table of ten samples.</summary>
    public int Splits { get; init; } = 10;

    /// <summary>Reads the command line; null, with a message, where it is not understood.</summary>
    public static Settings? Read(IReadOnlyList<string> arguments)
    {
        Settings settings = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            if (!option.StartsWith("--", StringComparison.Ordinal))
            {
                settings = settings with { File = option };
                continue;
            }

            string value = i + 1 < arguments.Count ? arguments[++i] : "";
            Settings? next = option switch
            {
                "--page" when value is "defaults" or "sweep" or "credit" or "coverage" or "samples" or "shap" or "trees" => settings with { Page = value },
                "--sets" when value.Length > 0 => settings with { Sets = value.Split(',') },
                "--rows" when Number(value, 2) is { } rows => settings with { Rows = rows },
                "--seeds" when Number(value, 2) is { } seeds && seeds % 2 == 0 => settings with { Seeds = seeds },
                "--queries" when Number(value, 50) is { } queries => settings with { Queries = queries },
                _ => null,
            };
            if (next is null)
            {
                Console.Error.WriteLine($"{option} {value} is not understood. The options are {Usage}, with at least 2 rows, an even number of seeds and 50 queries.");
                return null;
            }

            settings = next;
        }

        return settings;
    }

    /// <summary>Whether a set is measured.</summary>
    public bool Has(string set) => Sets.Count == 0 || Sets.Contains(set);

    private static int? Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least ? number : null;
}
