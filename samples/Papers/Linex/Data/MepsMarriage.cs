namespace Papers;

/// <summary>Whether they are married.</summary>
public enum MepsMarriage
{
    Married = 1,
    Widowed = 2,
    Divorced = 3,
    Separated = 4,
    NeverMarried = 5,
    Under16 = 6,
}
