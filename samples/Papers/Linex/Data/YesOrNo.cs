namespace Papers;

/// <summary>Yes or no, where everybody was asked.</summary>
public enum YesOrNo
{
    Yes = 1,
    No = 2,
}
