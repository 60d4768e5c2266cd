namespace Papers;

/// <summary>The sex of a person of the survey.</summary>
public enum MepsSex
{
    Male = 1,
    Female = 2,
}
