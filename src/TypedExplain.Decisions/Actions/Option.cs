namespace TypedExplain.Decisions.Actions;

/// <summary>One value that an action may give a feature.</summary>
/// <param name="Value">Its number: of a category the position, of a flag 0 or 1, of a rank the level.</param>
/// <param name="Steps">How many steps it is from the instance's own; 0 for that itself.</param>
/// <param name="Cost">What it costs; 0 for the instance's own.</param>
internal readonly record struct Option(double Value, int Steps, double Cost);
