from jinju.text.clean import repair


def test_steps(golden, text_tools):
    """What comes out of all the steps."""
    golden("repairs.txt").check(lambda text: repair(text, text_tools).text)
