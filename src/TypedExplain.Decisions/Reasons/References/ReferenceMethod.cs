namespace TypedExplain.Decisions;

/// <summary>Which people a person is compared with; the two methods of comment 9(b)(2)-5 to Regulation B.</summary>
public enum ReferenceMethod
{
    /// <summary>The applicants whose score is the cutoff or a little better.</summary>
    AtCutoff = 0,

    /// <summary>A person is compared with everybody who applied.</summary>
    AllApplicants,
}
